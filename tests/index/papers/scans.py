"""Ten pages as a scanner or a fax makes them, drawn from texts of our own, and the words on them."""

import io
import random
from collections.abc import Callable, Mapping
from pathlib import Path

import matplotlib
import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

Picture = Image.Image

ENGLISH = """Agreement on the Tarvo Corridor

Article 1
The Parties shall reopen the Tarvo corridor to civilian traffic on 14 March 2025. Vehicles of up to 7.5 tonnes may pass between 06:00 and 22:00 without prior notice to the Joint Commission.

Article 2
Each Party shall withdraw its heavy weapons to a distance of not less than 15 kilometres from the line of contact within 21 days of the entry into force of this Agreement. The withdrawal shall be verified by observers of the Mission, who shall have free access at all times.

Article 3
The Joint Commission shall meet every second Tuesday in Lucerne. It shall decide by consensus. Where no consensus is reached within 30 days, the matter shall be referred to the Foreign Ministers, Ms Ilse Varga and Mr Dario Quint.

Article 4
Ostvale shall release 97 detainees and Norrland 112 detainees no later than 30 April 2025. Lists of names shall be exchanged through the International Committee of the Red Cross ten days earlier.

Article 5
A fund of 240 million euros is established for the repair of bridges, power lines and water works. Contributions are due on the first day of each quarter. The fund shall be audited once a year."""  # noqa: E501
GERMAN = """Abkommen über den Korridor von Tarvo

Artikel 1
Die Parteien öffnen den Korridor für den zivilen Verkehr am 14. März 2025. Fahrzeuge bis 7,5 Tonnen dürfen zwischen 6 und 22 Uhr ohne vorherige Anmeldung bei der Gemeinsamen Kommission verkehren.

Artikel 2
Jede Partei zieht ihre schweren Waffen innerhalb von 21 Tagen nach Inkrafttreten dieses Abkommens auf mindestens 15 Kilometer von der Berührungslinie zurück. Der Abzug wird von Beobachtern der Mission überprüft, die jederzeit freien Zugang haben."""  # noqa: E501
RUSSIAN = """Соглашение о коридоре Тарво

Статья 1
Стороны открывают коридор для гражданского движения 14 марта 2025 года. Транспортные средства до 7,5 тонн могут проезжать с 6 до 22 часов без предварительного уведомления Совместной комиссии.

Статья 2
Каждая Сторона отводит тяжёлое вооружение на расстояние не менее 15 километров от линии соприкосновения в течение 21 дня после вступления Соглашения в силу."""  # noqa: E501
LETTERHEAD = (
    "MINISTRY OF FOREIGN AFFAIRS",
    "Kanalstrasse 12, 6003 Lucerne, Telephone +41 41 555 01 20",
)

FONTS = Path(matplotlib.get_data_path()) / "fonts" / "ttf"


def font(name: str, dots: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONTS / f"{name}.ttf"), dots)


def drawn(text: str, dpi: int, *, name: str = "DejaVuSerif", points: int = 10, columns: int = 1) -> Picture:
    """A page of A4 with ``text`` on it, at so many dots per inch."""
    width, height, margin, gutter = int(8.27 * dpi), int(11.69 * dpi), int(0.9 * dpi), int(0.35 * dpi)
    picture = Image.new("L", (width, height), 255)
    pen = ImageDraw.Draw(picture)
    size = round(points * dpi / 72)
    letters = font(name, size)
    column = (width - 2 * margin - gutter * (columns - 1)) // columns
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            if line and pen.textlength(f"{line} {word}", font=letters) > column:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}".strip()
        lines.append(line)
    each = -(-len(lines) // columns)
    for number, line in enumerate(lines):
        x = margin + number // each * (column + gutter)
        pen.text((x, margin + number % each * round(size * 1.35)), line, font=letters, fill=20)
    return picture


def turned() -> Picture:
    return drawn(ENGLISH, 200).rotate(1.2, fillcolor=255, resample=Image.Resampling.BICUBIC)


def noisy() -> Picture:
    shades = np.asarray(drawn(ENGLISH, 200).filter(ImageFilter.GaussianBlur(0.7))).astype(float)
    chance = np.random.default_rng(4)
    shades = 235 - (255 - shades) * 0.8 + chance.normal(0, 22, shades.shape)
    shades[chance.random(shades.shape) < 0.004] = 0
    return Image.fromarray(shades.clip(0, 255).astype("uint8"))


def with_letterhead() -> Picture:
    picture = drawn("\n" * 6 + ENGLISH, 200, name="DejaVuSans")
    pen = ImageDraw.Draw(picture)
    pen.ellipse((180, 150, 280, 250), outline=90, width=3)
    pen.text((320, 150), LETTERHEAD[0], font=font("DejaVuSans-Bold", 50), fill=40)
    pen.text((320, 215), LETTERHEAD[1], font=font("DejaVuSans", 24), fill=60)
    pen.line((180, 275, 1470, 275), fill=100, width=2)
    return picture


def stamped() -> Picture:
    """A stamp stands over the only line that says what Ostvale shall do."""
    picture = drawn(ENGLISH, 200)
    stamp = Image.new("L", picture.size, 255)
    pen = ImageDraw.Draw(stamp)
    pen.rectangle((820, 940, 1360, 1070), outline=110, width=6)
    pen.text((840, 960), "RECEIVED", font=font("DejaVuSans-Bold", 72), fill=110)
    over = stamp.rotate(17, fillcolor=255, center=(840, 960))
    return Image.fromarray(np.minimum(np.asarray(picture), np.asarray(over)))


def faxed() -> Picture:
    """204 by 98 dots an inch, each black or white."""
    picture = drawn(ENGLISH, 204, name="DejaVuSans")
    picture = picture.resize((picture.width, picture.height // 2), Image.Resampling.BILINEAR)
    shades = np.asarray(picture).astype(float)
    shades += np.random.default_rng(9).normal(0, 30, shades.shape)
    black = Image.fromarray(np.where(shades < 150, 0, 255).astype("uint8"))
    return black.resize((black.width, black.height * 2), Image.Resampling.NEAREST)


SCANS: Mapping[str, tuple[str, Callable[[], Picture], int]] = {
    "150 dots": (ENGLISH, lambda: drawn(ENGLISH, 150), 150),
    "200 dots, turned": (ENGLISH, turned, 200),
    "300 dots": (ENGLISH, lambda: drawn(ENGLISH, 300), 300),
    "noisy": (ENGLISH, noisy, 200),
    "two columns": (ENGLISH, lambda: drawn(ENGLISH, 200, points=8, columns=2), 200),
    "letterhead": ("\n".join((*LETTERHEAD, ENGLISH)), with_letterhead, 200),
    "stamp": (ENGLISH, stamped, 200),
    "German": (GERMAN, lambda: drawn(GERMAN, 200), 200),
    "Russian": (RUSSIAN, lambda: drawn(RUSSIAN, 200), 200),
    "fax": (ENGLISH, faxed, 204),
}
"""By what a page is like: its words, how it is drawn, and its dots per inch."""


def as_pdf(*pictures: Picture, dpi: int = 200) -> bytes:
    """A PDF whose pages are pictures."""
    out = io.BytesIO()
    pictures[0].save(out, "PDF", resolution=dpi, save_all=True, append_images=pictures[1:])
    return out.getvalue()


def garbled(text: str, seed: int) -> str:
    """The letters of a text in another order, as words of no language."""
    letters = list(text)
    random.Random(seed).shuffle(letters)
    return "".join(letters)
