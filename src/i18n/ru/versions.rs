//! What is said where maps are compared: checkpoints, two maps, two curves, in Russian.

use crate::i18n::quote::title_ru;
use crate::i18n::versions::VersionWords;

pub const WORDS: VersionWords = VersionWords {
    second_curve_hint: "Цель или другая персона, показана пунктиром. Двигайте её точки.",
    name_of_curve: "Название кривой",
    target: "Цель",
    draw_it: "Добавить кривую",
    remove_curve: "Убрать кривую",
    removed_curve: |name| format!("Убрана кривая {}", title_ru(name)),
    compare_with: "Сравнить с",
    nothing_to_compare: "Пока есть только эта карта. Создайте из неё карту «Как будет» и поднимите кривую там, где должно стать лучше.",
    gap: "Разница",
    friction_scores: "Трение",
    only_here: "только здесь",
    all_stages: "Все этапы",
    checkpoints_hint: "Сохраняет именованную копию проекта в этом браузере.",
    keep_checkpoint: "Сохранить версию",
    checkpoint_name: "Название версии",
    checkpoint_at: |time| format!("Состояние на {time}"),
    before_update: |version| format!("До обновления, версия {version}"),
    no_checkpoints: "Версий пока нет.",
    checkpoint_not_kept: "Не сохранено: хранилище браузера заполнено. Удалите старую версию или скачайте копию проекта.",
    compare_with_now: "Сравнить с текущей",
    restore_copy: "Восстановить копию",
    restored_copy: |name| format!("Копия карты из версии {}", title_ru(name)),
    deleted_checkpoint: |name| format!("Удалена версия {}", title_ru(name)),
    map_not_there: "Этой карты тогда ещё не было.",
    nothing_changed: "С тех пор на этой карте ничего не изменилось.",
    cards_added: "Добавлено",
    cards_removed: "Удалено",
    cards_reworded: "Изменён текст",
    cards_moved: "Перенесено",
    cards_detailed: "Изменены сведения",
    levels_changed: "Уровни",
};
