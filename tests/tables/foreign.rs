//! Tables in languages that the screens do not speak.

use orbita::tables::choice::Choices;

use crate::said::{EN, accounts_say, map_of, map_said};

#[test]
fn months_of_many_languages_are_periods() {
    for months in [
        "Jän Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez",
        "Jänner Februar März April Mai Juni Juli August September Oktober November Dezember",
        "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
        "ene feb mar abr may jun jul ago sep oct nov dic",
        "gen feb mar apr mag giu lug ago set ott nov dic",
        "jan fev mar abr mai jun jul ago set out nov dez",
        "sty lut mar kwi maj cze lip sie wrz paź lis gru",
        "січ лют бер кві тра чер лип сер вер жов лис гру",
    ] {
        let heads: Vec<String> = months.split(' ').map(|month| format!("{month} 2025")).collect();
        let numbers = |from: u32| (from..from + 12).map(|number| number.to_string()).collect::<Vec<_>>();
        let table =
            format!("Client;{}\nAcme;{}\nBeta;{}", heads.join(";"), numbers(1).join(";"), numbers(21).join(";"));
        let wanted = format!("{}\nAcme: {}\nBeta: {}", heads.join(" | "), numbers(1).join(" "), numbers(21).join(" "));
        accounts_say(&[(EN, &table, &wanted)]);
    }
}

#[test]
fn maps_of_many_languages_have_their_stages_and_lanes() {
    for (corner, actions, feelings, friction) in [
        ("Étape", "Actions", "Émotions", "Points de douleur"),
        ("Phase", "Aktionen", "Emotionen", "Schmerzpunkte"),
        ("Etapa", "Acciones", "Emociones", "Puntos de dolor"),
        ("Etapa", "Ações", "Emoções", "Pontos de dor"),
        ("Fase", "Azioni", "Emozioni", "Punti critici"),
        ("Etap", "Działania", "Emocje", "Problemy"),
        ("Етап", "Дії", "Емоції", "Проблеми"),
    ] {
        let across =
            format!("{corner}\tAlpha\tBeta\n{actions}\tlooks\tpays\n{feelings}\t😐\t🙂\n{friction}\tslow\tdear");
        let down = format!("{corner}\t{actions}\t{feelings}\t{friction}\nAlpha\tlooks\t😐\tslow\nBeta\tpays\t🙂\tdear");
        let map = "Alpha 0 | Beta 1\nActions: looks | pays\nEmotion:  |\nFriction: slow | dear";
        let said = |text: &str| map_said(&map_of(EN, text, &Choices::default()));
        assert_eq!(said(&across), format!("{map}\n= FeelingsNamed(2)"), "{across}");
        assert_eq!(said(&down), format!("{map}\n= StagesDown\n= FeelingsNamed(2)"), "{down}");
    }
}
