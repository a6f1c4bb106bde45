//! Причины по-русски.

use orbita_economics::{Field, Must, NoFigure};

use crate::i18n::speech::capital;

/// A reason as a sentence.
pub fn reason(why: NoFigure) -> String {
    match why {
        NoFigure::Input { field: input, must } => format!("{}: {}.", capital(field(input)), needed(must)),
        NoFigure::Bound { input, end, must } => {
            format!("{}, {}: {}.", capital(field(input)), field(end), needed(must))
        }
        NoFigure::Cell { cohort, column, must: Must::NotExceed(Field::CustomersBefore) } => {
            format!("Строка {}, столбец {}: нужно не больше предыдущего числа.", cohort + 1, column + 1)
        }
        NoFigure::Cell { cohort, column, must } => {
            format!("Строка {}, столбец {}: {}.", cohort + 1, column + 1, needed(must))
        }
        NoFigure::NotDetectable { per_group } => {
            format!("Клиентов в группе {per_group}: этого мало, чтобы увидеть даже самый большой возможный эффект.")
        }
        NoFigure::NotIdentified { have, need } => {
            format!("Продлений слишком мало, чтобы определить модель: есть {have}, нужно {need}.")
        }
        NoFigure::Circular(input) => {
            format!("{}: меняется вместе с\u{a0}тем, что меняется вместе с\u{a0}ним.", capital(field(input)))
        }
        other => plain(other).into(),
    }
}

fn plain(why: NoFigure) -> &'static str {
    match why {
        NoFigure::Diverges => {
            "Ценность растёт без предела, то\u{a0}есть расходится: удержание и\u{a0}рост обгоняют ставку дисконтирования."
        }
        NoFigure::NeverPaysBack => "Средний клиент никогда не окупит затраты на привлечение.",
        NoFigure::CannotPay => "Это не окупится, даже если удержать всех клиентов.",
        NoFigure::NoLosses => "Потерь нет.",
        NoFigure::NothingToShare => "Делить не на что: там ноль.",
        NoFigure::NothingLeft => "Ценность равна затратам: нет разницы, от которой считать процент.",
        NoFigure::NoDifference => "Разницы нет, увидеть нечего.",
        NoFigure::RetentionTooHigh => "При таком удержании клиентов осталось бы больше, чем их есть.",
        NoFigure::Contradicted => "Модель считает невозможным то, что видно в данных.",
        NoFigure::NotNested => "Ни одна из моделей не частный случай другой, поэтому проверка ничего не говорит.",
        NoFigure::NoSingleRate => {
            "Отток здесь зависит от\u{a0}возраста клиента, а\u{a0}это считается только с\u{a0}одним оттоком для всех возрастов."
        }
        NoFigure::RetentionCostsMore => {
            "Удержание клиента стоит не\u{a0}меньше, чем он приносит: отношения к\u{a0}чистой ценности нет."
        }
        NoFigure::NeverRefilled => "Новые клиенты приносят не\u{a0}больше, чем уносит отток: выручка не\u{a0}вернётся.",
        NoFigure::NoRange => "Все числа точные: диапазона нет.",
        NoFigure::NotAnswered => "На\u{a0}пять вопросов об\u{a0}отдаче от\u{a0}расходов нет ответов.",
        NoFigure::NobodyThere => {
            "Сейчас нет ни\u{a0}одного клиента: удерживать некого, и\u{a0}затраты на\u{a0}одного неизвестны."
        }
        NoFigure::NobodyWon => "Новых клиентов нет: окупать нечего.",
        NoFigure::NoSizes => "Размеры когорт неизвестны.",
        _ => {
            "Число слишком велико, чтобы его записать. Проверьте число клиентов, суммы и\u{a0}рост: нет\u{a0}ли лишнего нуля."
        }
    }
}

fn needed(must: Must) -> String {
    match must {
        Must::BeANumber => "нужно число".into(),
        Must::NotBeNegative => "нужно не меньше 0".into(),
        Must::BePositive => "нужно больше 0".into(),
        Must::BeAShare => "нужно от 0 до 100\u{a0}%".into(),
        Must::BeInside => "нужно больше 0 и меньше 100\u{a0}%".into(),
        Must::ExceedMinusOne => "нужно больше \u{2212}100\u{a0}%".into(),
        Must::NotBeEmpty => "нужна хотя бы одна запись".into(),
        Must::MatchLength => "нужно столько же записей, сколько в парном списке".into(),
        Must::AgreeWith(other) => format!("не сочетается с\u{a0}полем «{}»", field(other)),
        Must::NotExceed(other) => format!("нужно не больше, чем {}", field(other)),
        Must::StayBelow(Field::Churn) => "нужно меньше сегодняшнего оттока".into(),
        Must::StayBelow(other) => format!("нужно меньше, чем {}", field(other)),
        Must::ReachAtLeast(other) => format!("нужно не меньше, чем {}", field(other)),
        Must::BeAtMost(most) => format!("нужно не больше {most}"),
    }
}

fn field(field: Field) -> &'static str {
    match field {
        Field::Margin => "маржа на клиента",
        Field::Retention => "удержание",
        Field::Churn => "отток",
        Field::Discount => "ставка дисконтирования",
        Field::Growth => "рост",
        Field::Periods => "число периодов",
        Field::AnnualRate => "ставка за год",
        Field::Revenue => "выручка",
        Field::GrossMargin => "валовая маржа",
        Field::Cac => "CAC",
        Field::Cost => "затраты",
        Field::Budget => "бюджет",
        Field::Customers => "число клиентов",
        Field::CustomersBefore => "прежнее число клиентов",
        Field::Prospects => "число возможных клиентов",
        Field::Lost => "число потерянных клиентов",
        Field::Points => "прирост в пунктах",
        Field::Amount => "сумма",
        Field::When => "срок",
        Field::Survival => "доля оставшихся",
        Field::Start => "выручка в начале",
        Field::End => "выручка в конце",
        Field::New => "новая выручка",
        Field::Reactivation => "выручка вернувшихся",
        Field::Expansion => "расширение",
        Field::Contraction => "сокращение",
        Field::Churned => "потерянная выручка",
        Field::Alpha => "первый параметр",
        Field::Beta => "второй параметр",
        Field::Shape => "форма",
        Field::Scale => "масштаб",
        Field::Renewal => "номер продления",
        Field::Cohorts => "таблица когорт",
        Field::Rates => "список долей",
        Field::Acquired => "число привлечённых",
        Field::Totals => "список итогов",
        Field::Ceiling => "наибольшая доля",
        Field::Floor => "доля без затрат",
        Field::Rate => "доля сегодня",
        Field::Spending => "затраты сегодня",
        Field::Share => "доля",
        Field::Significance => "вероятность ложной тревоги",
        Field::Power => "вероятность увидеть эффект",
        Field::Confidence => "уверенность",
        Field::Repeats => "число повторных покупок",
        Field::Purchase => "средняя покупка",
        Field::Low => "нижняя граница",
        Field::Likely => "вероятное число",
        Field::High => "верхняя граница",
        Field::Runs => "число симуляций",
        Field::Answers => "число ответов",
        Field::Score => "оценка",
        Field::Importance => "важность",
        Field::Weight => "вес",
        Field::Count => "количество",
        Field::Equity => "ценность всех клиентов",
        Field::Debt => "долг",
        Field::NonOperating => "активы вне бизнеса",
        Field::Tax => "налог",
        Field::Duration => "длительность",
        Field::PeriodLength => "длина периода",
        Field::Horizon => "горизонт",
        Field::Term => "платёжный период",
        Field::OneOff => "разовые затраты",
        Field::RetentionSpend => "текущие расходы на удержание",
        Field::IdleChurn => "отток без расходов на удержание",
        Field::LowestChurn => "минимально достижимый отток",
        Field::AcquisitionSpend => "текущие расходы на привлечение",
        Field::MostNewClients => "максимум новых клиентов",
        Field::Link => "связь диапазонов",
        Field::Initiatives => "число инициатив",
        Field::Reach => "доля охваченных клиентов",
        Field::ChurnCut => "снижение оттока",
        Field::MarginGain => "прибавка маржи",
        Field::CostInside => "затраты из бюджета удержания",
        Field::Mean => "среднее",
        Field::Deviation => "стандартное отклонение",
        Field::Noise => "погрешность проверки",
        Field::Worth => "ценность единицы",
        Field::Age => "возраст",
        // The engine may ask for more one day; the sentence then still says what is needed.
        _ => "число",
    }
}
