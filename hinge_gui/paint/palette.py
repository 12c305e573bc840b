"""The figure's colours by role, light and dark."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtGui import QColor

from hinge_gui.figure.look import Look

SKINS: Mapping[str, str] = {
    "porcelain": "#f0c9ae",
    "sand": "#e2ae89",
    "honey": "#cf966c",
    "umber": "#9a6444",
    "ebony": "#6a4330",
}
HAIRS: Mapping[str, str] = {
    "black": "#2a2422",
    "brown": "#4e342a",
    "auburn": "#7d3f2a",
    "blond": "#c79a55",
    "grey": "#a9a59f",
}
# Shirt and trousers, in light and in dark surroundings.
CLOTHES: Mapping[str, tuple[str, str, str, str]] = {
    "lagoon": ("#2f8489", "#34495e", "#45a3a4", "#6a86a2"),
    "plum": ("#8a5578", "#3d3a55", "#b07ba0", "#77749a"),
    "moss": ("#73864a", "#4a4640", "#98aa6b", "#87807a"),
    "clay": ("#c47a55", "#3f4f56", "#d8946f", "#728891"),
}
_LIGHT: Mapping[str, str] = {
    "background": "#f0e8d9",
    "ground": "#e4d8c1",
    "ground-line": "#d3c4a8",
    "wall": "#e6dccb",
    "wall-edge": "#cdbfa6",
    "skirting": "#f4eee2",
    "shadow": "#4a3f33",
    "hollow": "#14202e",
    "ink": "#24303a",
    "wood": "#c0905f",
    "wood-low": "#a87a4c",
    "cabinet": "#cfc3b0",
    "pillow": "#f7f3ea",
    "steel": "#9aa4a8",
    "mat": "#9db4a8",
    "cloth": "#7463b4",
    "foam": "#5f7f92",
    "cushion": "#d9a05b",
    "blanket": "#b98a8f",
    "glass": "#dbe4df",
    "muscle": "#ee5f2f",
    "accent": "#e0602f",
    "guide": "#0f8576",
    "wrong": "#b8352a",
    "stop": "#c43d2c",
    "spine": "#fffdf6",
}
_DARK: Mapping[str, str] = {
    "background": "#1c252b",
    "ground": "#232e35",
    "ground-line": "#34424a",
    "wall": "#26323a",
    "wall-edge": "#3c4c55",
    "skirting": "#3a4953",
    "shadow": "#05080a",
    "hollow": "#101a24",
    "ink": "#eef2ee",
    "wood": "#9c7650",
    "wood-low": "#7f5f40",
    "cabinet": "#46535a",
    "pillow": "#a5aaa8",
    "steel": "#7d888d",
    "mat": "#4f6a60",
    "cloth": "#8c80cf",
    "foam": "#557386",
    "cushion": "#b58244",
    "blanket": "#8f686d",
    "glass": "#2a3b42",
    "muscle": "#ff7a45",
    "accent": "#ff8a5c",
    "guide": "#63d6c4",
    "wrong": "#ff7a6b",
    "stop": "#e0584a",
    "spine": "#fffdf6",
}
_WARM = QColor("#5c2f1c")  # what skin darkens to
_LIFT = QColor("#c08a66")
_DARK_SKIN = 0.45  # of lightness: there eyes need their white to be seen, paler faces look calmer without


@dataclass(slots=True)
class Palette:
    """Colours by the roles that shapes carry; a role that is missing shows as ink."""

    colours: dict[str, QColor]
    dark: bool = False
    _mixed: dict[tuple[str, int], QColor] = field(default_factory=dict)

    @classmethod
    def named(cls, theme: str, look: Look | None = None) -> Palette:
        """`theme` is light or dark."""
        look = look or Look()
        dark = theme == "dark"
        colours = {role: QColor(code) for role, code in (_DARK if dark else _LIGHT).items()}
        skin = QColor(SKINS.get(look.skin, SKINS["honey"]))
        hair = QColor(HAIRS.get(look.hair_colour, HAIRS["brown"]))
        clothes = CLOTHES.get(look.clothes, CLOTHES["lagoon"])
        shirt, trousers = (QColor(code) for code in (clothes[2:] if dark else clothes[:2]))
        if dark:
            # Pale skin would glare there, and dark skin would drown.
            skin = mixed(skin, colours["shadow"], 0.07) if skin.lightnessF() > _DARK_SKIN else mixed(skin, _LIFT, 0.24)
            hair = mixed(hair, QColor("#8a8078"), 0.30)
        deep = mixed(skin, QColor("#5a2a18"), 0.38)
        colours.update(
            {
                "skin": skin,
                "skin-shade": mixed(skin, QColor("#6a3018"), 0.20),
                "skin-line": deep,
                "cheek": mixed(skin, QColor("#d8492f"), 0.45),
                "lip": mixed(skin, QColor("#8a2f26"), 0.55),
                "eye": QColor("#201613"),
                "eye-white": mixed(skin, QColor("#fffaf2"), 0.55 if skin.lightnessF() < _DARK_SKIN else 0.0),
                "brow": mixed(hair, skin, 0.32),
                "hair": hair,
                "shirt": shirt,
                "trousers": trousers,
            }
        )
        return cls(colours, dark)

    def colour(self, role: str, shade: float = 0.0) -> QColor:
        """The colour of a role; `shade` 1 is that of the far limbs, below 0 it is lighter."""
        key = (role, round(shade * 16))
        found = self._mixed.get(key)
        if found is None:
            base = self.colours.get(role, self.colours["ink"])
            dark = self.colours["background" if self.dark else "ink"]
            found = _shaded(base, key[1] / 16, mixed(dark, _WARM, 0.7) if role.startswith("skin") else dark)
            self._mixed[key] = found
        return found


def _shaded(base: QColor, shade: float, dark: QColor) -> QColor:
    return mixed(base, dark, 0.30 * shade) if shade >= 0 else mixed(base, QColor("#fff6e6"), -0.5 * shade)


def mixed(a: QColor, b: QColor, share: float) -> QColor:
    """`share` of b in a."""
    keep = 1 - share
    return QColor.fromRgbF(
        a.redF() * keep + b.redF() * share, a.greenF() * keep + b.greenF() * share, a.blueF() * keep + b.blueF() * share
    )
