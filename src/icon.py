"""Draws icon.png, the packages' icon: a grid of Gaussians, the modes that a generator has found in orange."""
import math
import pathlib
import struct
import zlib

SIZE, MODES, SIGMA, CORNER = 128, 5, 4.6, 24
BACK, REAL, FOUND = (24, 28, 52), (96, 150, 255), (255, 160, 64)


def inside(x, y):
    """The share of a pixel that lies in the rounded square."""
    dx, dy = (max(CORNER - v, v - (SIZE - 1 - CORNER), 0) for v in (x, y))
    return min(max(CORNER + 0.5 - math.hypot(dx, dy), 0), 1)


def color(x, y):
    """Red, green, blue and alpha of a pixel."""
    value = list(BACK)
    for row in range(MODES):
        for column in range(MODES):
            cx, cy = ((v + 0.5) * (SIZE - 24) / MODES + 12 for v in (column, row))
            light = math.exp(-((x - cx) ** 2 + (y - cy) ** 2) / (2 * SIGMA**2))
            light = round(min(1.6 * light, 1) * 10) / 10  # Few colors, so that the file is small.
            dot = FOUND if row + column < MODES - 1 or (row, column) == (2, 2) else REAL
            value = [v + light * (d - v) for v, d in zip(value, dot)]
    return bytes(round(v) for v in value) + bytes([round(255 * inside(x, y))])


def chunk(kind, body):
    """A part of a PNG file."""
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


rows = b"".join(b"\0" + b"".join(color(x, y) for x in range(SIZE)) for y in range(SIZE))
header = struct.pack(">IIBBBBB", SIZE, SIZE, 8, 6, 0, 0, 0)
pathlib.Path(__file__).with_name("icon.png").write_bytes(
    b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))
