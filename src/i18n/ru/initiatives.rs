//! Initiatives in Russian.

use orbita_economics::Missing;

use crate::i18n::initiatives::{InitiativeWords, TestCost, Worth};
use crate::i18n::quote::title_ru;
use crate::i18n::speech::{ended, sentence};

pub const WORDS: InitiativeWords = InitiativeWords {
    initiatives: "Устранение трений",
    initiatives_hint: "Инициатива устраняет точку трения или вводит общую практику. Укажите затраты, охват и\u{a0}что изменится; где не\u{a0}уверены\u{a0}— диапазоном.",
    add_initiative: "Добавить инициативу",
    delete_initiative: "Удалить инициативу",
    deleted_initiative: "Инициатива удалена",
    unnamed_initiative: "Инициатива без названия",
    initiative: "Инициатива",
    removed: "Точка трения",
    initiative_name: "Название инициативы",
    included_in: "В\u{a0}сценариях",
    removes: "Какую точку трения устраняет",
    no_friction: "Без точки трения (общая практика)",
    cost_once: "Разовые затраты",
    cost_per_period: "Затраты",
    reach: "Доля охваченных клиентов",
    churn_cut: "Снижение оттока, п.п.",
    margin_gain: "Прибавка маржи с\u{a0}клиента",
    won: "Дополнительные клиенты",
    inside: "Из\u{a0}бюджета удержания",
    worth_over: |range, months| format!("{range} за {months}\u{a0}мес., если сделать"),
    worth_says: |range, chance, cost, months| {
        sentence!(
            "Добавляет к\u{a0}прибыли {range} за {months}\u{a0}мес. за вычетом затрат и\u{a0}окупается в\u{a0}{chance} симуляций. Затраты: {cost}."
        )
    },
    worth_exact: |worth, cost, months| {
        sentence!(
            "Добавляет к\u{a0}прибыли {worth} за {months}\u{a0}мес. за вычетом затрат. Затраты: {cost}. Диапазоны не\u{a0}заданы."
        )
    },
    not_valued: |missing| match missing {
        Missing::Effect => "Пока не\u{a0}оценено: укажите эффект.",
        Missing::Cost => "Пока не\u{a0}оценено: укажите затраты.",
    },
    exceeds_churn: |churn, points| {
        sentence!("Отток сейчас {churn}: снизить его можно не\u{a0}больше чем на\u{a0}{points}.")
    },
    not_valued_short: "Пока не\u{a0}оценено",
    valued_with: |name| sentence!("Оценки по\u{a0}сценарию {}.", title_ru(name)),
    points_by_age: |churn| {
        sentence!(
            "Отток здесь зависит от\u{a0}возраста: пункты вычитаются из\u{a0}оттока нынешних клиентов\u{a0}— {churn}."
        )
    },
    include: "Включить в\u{a0}этот сценарий",
    together: "Вместе в\u{a0}сценарии",
    together_hint: "Сколько они добавляют, показано под выводом; остальные показатели и\u{a0}графики\u{a0}— без них. Эффекты пересекаются: каждая инициатива снижает долю оттока, оставшуюся после других, не\u{a0}ниже минимально достижимого.",
    together_says: |count, worth, months, sum| match count {
        1 => sentence!("По\u{a0}вероятным значениям включённая инициатива добавляет {worth} за {months}\u{a0}мес."),
        _ => sentence!(
            "По\u{a0}вероятным значениям вместе они добавляют {worth} за {months}\u{a0}мес.; порознь вышло\u{a0}бы {sum}."
        ),
    },
    together_range: |median, range, chance| {
        format!(
            "В\u{a0}симуляциях: медиана {median}, диапазон 80\u{a0}% {range}; затраты окупаются в\u{a0}{chance} из\u{a0}них."
        )
    },
    together_churn: |churn| sentence!("Наименьший отток среди групп клиентов: {churn}."),
    alone: "Порознь",
    adds: "Добавляет к\u{a0}остальным",
    breaks_even: |points| ended(&format!("Окупится, если снизит отток охваченных на\u{a0}{points}")),
    breaks_even_now: "Окупается и\u{a0}без влияния на отток.",
    never_breaks_even: "Не\u{a0}окупится, даже если отток охваченных снизится до\u{a0}минимально достижимого.",
    test: "Проверка",
    test_hint: "Хватит\u{a0}ли такой проверки, показано в\u{a0}каждой инициативе. Ложные тревоги\u{a0}— как часто бесполезная мера покажется полезной. Мощность теста\u{a0}— как часто полезную меру удастся распознать.",
    test_significance: "Ложные тревоги",
    test_power: "Мощность теста",
    test_months: "Месяцы",
    test_terms: |significance, power, months| {
        format!("Проверка: ложные тревоги {significance}, мощность {power}, {months}\u{a0}мес.")
    },
    test_needs: |groups| {
        let (needed, there) = (&groups.needed, &groups.there);
        sentence!(
            "Нужно клиентов: {} без изменения и\u{a0}{} с\u{a0}ним; есть {} и\u{a0}{}: {}.",
            needed.0,
            needed.1,
            there.0,
            there.1,
            if groups.suffices {
                "достаточно"
            } else {
                "эффект не\u{a0}отличить от\u{a0}случайности"
            }
        )
    },
    test_enough: |months| format!("С\u{a0}этим числом клиентов результат будет виден через {months}\u{a0}мес."),
    test_never: "С\u{a0}этим числом клиентов результат не\u{a0}будет виден и\u{a0}за пять лет.",
    test_value: |chance, worth| match worth {
        Worth::Sum(worth) => sentence!(
            "Вероятность, что результат изменит решение: {chance}; ожидаемая выгода от\u{a0}этого\u{a0}— {worth}. Проверка дороже этой суммы не\u{a0}окупится."
        ),
        Worth::Trifle(least) => sentence!(
            "Вероятность, что результат изменит решение: {chance}; ожидаемая выгода от\u{a0}этого меньше {least}: платить за\u{a0}проверку незачем."
        ),
    },
    test_cost,
    test_holds_back: "Охвачены все клиенты, поэтому половина из\u{a0}них\u{a0}— контрольная группа, без выгоды.",
    no_churn_effect: "На отток не\u{a0}влияет.",
    worth_of: "Что даст инициатива",
    worth_columns: ["Граница диапазона", "Выгода за горизонт за вычетом затрат"],
    put_value: "Оценить в\u{a0}деньгах",
    show_on_map: "Показать на карте",
    by_value: "По ценности",
};

fn test_cost(cost: &TestCost) -> String {
    match (cost.acts, &cost.sum) {
        (true, None) => "Инициативу стоит запустить и\u{a0}без проверки. Если выбрать охваченных клиентов случайно, проверка ничего не\u{a0}добавит к\u{a0}затратам.".into(),
        (true, Some(sum)) if cost.more => {
            sentence!("Без проверки инициативу стоило бы запустить, поэтому цена проверки\u{a0}— выгода, которую недополучит контрольная группа, вместе с\u{a0}будущими платежами тех, кто за\u{a0}это время уйдёт: {sum}.")
        }
        (true, Some(sum)) => {
            sentence!("Без проверки инициативу стоило бы запустить; контрольная группа сэкономит за\u{a0}весь горизонт {sum}.")
        }
        (false, None) => "Без проверки запускать инициативу не\u{a0}стоило\u{a0}бы; проверка окупит себя, не\u{a0}считая разовых затрат.".into(),
        (false, Some(sum)) if cost.more => {
            sentence!("Без проверки запускать инициативу не\u{a0}стоило\u{a0}бы; за\u{a0}горизонт проверка обойдётся на\u{a0}{sum} дороже, чем принесёт, не\u{a0}считая разовых затрат.")
        }
        (false, Some(sum)) => {
            sentence!("Без проверки запускать инициативу не\u{a0}стоило\u{a0}бы; за\u{a0}горизонт проверка принесёт на\u{a0}{sum} больше, чем потребует, не\u{a0}считая разовых затрат.")
        }
    }
}
