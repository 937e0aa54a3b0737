"""Organisations that are known as they stand, by the lists of the package."""

from importlib.resources import files
from importlib.resources.abc import Traversable

import pytest

from copydesk.desk.tags.names import tag_names

_LISTS = sorted((files("copydesk.desk.tags.organisations") / "known").iterdir(), key=lambda path: path.name)


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("de", "400 Soldaten des Bundesheers halfen, sagte die ÖBB.", {"Bundesheer", "ÖBB"}),
        ("fr", "Le Rassemblement national a voté contre.", {"Rassemblement national"}),
        ("es", "Lo decidió la Suprema Corte de Justicia de la Nación.", {"Suprema Corte de Justicia de la Nación"}),
        ("it", "Assicurazioni Generali ha comprato le azioni.", {"Assicurazioni Generali"}),
        ("it", "Apre la Galleria Nazionale d'Arte Moderna. Moderna è la sala.", {"Galleria Nazionale d'Arte Moderna"}),
        ("fr", "Le vaccin de Moderna arrive.", {"Moderna"}),
        ("pt", "O lucro da Petrobras caiu.", {"Petrobras"}),
        ("ru", "Акции Газпрома упали, а Газпром молчит.", {"Газпрома"}),
        ("pl", "Akcje Orlenu spadły.", {"Orlenu"}),
        ("zh", "台積電今天宣布新計畫。", {"台積電"}),
        ("ja", "トヨタ自動車とホンダが発表した。三重ホンダヒートは勝った。", {"トヨタ自動車", "ホンダ"}),
        ("ko", "유엔은 유엔난민기구와 다르다.", {"유엔"}),
        ("ar", "وقالت الأمم المتحدة إن الوضع صعب.", {"الأمم المتحدة"}),
    ],
)
def test_listed_names(language: str, text: str, names: set[str]) -> None:
    found = tag_names(text, language=language, title=None, exclude=())
    assert {entity.name for entity in found.organisations} == names


@pytest.mark.parametrize("path", _LISTS, ids=[path.name for path in _LISTS])
def test_a_list_has_each_name_once_and_nothing_else(path: Traversable) -> None:
    names = path.read_text(encoding="utf-8").splitlines()
    assert len(names) == len(set(names)) > 100
    assert all(name == " ".join(name.split()) and not name[0].islower() and len(name) > 1 for name in names)
