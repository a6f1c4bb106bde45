use orbita_economics::*;

#[test]
fn ratios_differ_by_definition_and_vanish_with_reason() {
    let bridge =
        Bridge { start: 100.0, new: 30.0, reactivation: 10.0, expansion: 10.0, contraction: 5.0, churned: 5.0 };
    assert_eq!(bridge.nrr(NrrBy::Accounts), Ok(1.0));
    assert_eq!(bridge.nrr(NrrBy::Baremetrics), Ok(1.05));
    assert_eq!(bridge.quick_ratio(QuickRatioBy::NewAndExpansion), Ok(4.0));
    assert_eq!(bridge.quick_ratio(QuickRatioBy::AllGains), Ok(5.0));
    let young = Bridge { start: 0.0, contraction: 0.0, churned: 0.0, ..bridge };
    assert_eq!(young.nrr(NrrBy::Accounts), Err(NoFigure::NothingToShare));
    assert_eq!(young.quick_ratio(QuickRatioBy::AllGains), Err(NoFigure::NoLosses));
    assert_eq!(implied_acquisition(1_000.0, 900.0, 0.8), Ok(280.0));
    assert_eq!(implied_acquisition(700.0, 900.0, 0.8), Err(NoFigure::RetentionTooHigh));
}
