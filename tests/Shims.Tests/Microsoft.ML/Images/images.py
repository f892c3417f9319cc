"""Small images as Pillow and this script write them, with the pixels that they hold: images.json.

Run with Debian's python3 (Pillow 9.4): /usr/bin/python3 images.py
"""
import base64
import io
import json
import os
import struct
import zlib

import numpy as np
from PIL import Image

random = np.random.default_rng(7)
cases = []


def smooth(height, width, channels):
    """Values of which every filter is the best one somewhere."""
    y, x = np.mgrid[0:height, 0:width]
    planes = [(x * 11 + y * 7 * (c + 1) + random.integers(0, 9, (height, width))) % 256 for c in range(channels)]
    return np.stack(planes, -1).astype(np.uint8)


def add(name, file, image):
    """The expected pixels: red, green, blue (multiplied by alpha, rounded) and alpha, as ML.NET decodes them."""
    rgba = np.asarray(image.convert("RGBA")).astype(np.int64)
    alpha = rgba[..., 3:]
    rgb = (rgba[..., :3] * alpha * 2 + 255) // 510
    cases.append({
        "name": name, "file": base64.b64encode(file).decode(),
        "width": image.width, "height": image.height,
        "pixels": base64.b64encode(np.concatenate([rgb, alpha], -1).astype(np.uint8).tobytes()).decode(),
    })


def saved(image, kind="PNG", **options):
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def filtered(row, above, bpp, kind):
    out = bytearray()
    for i, value in enumerate(row):
        a = row[i - bpp] if i >= bpp else 0
        b = above[i]
        c = above[i - bpp] if i >= bpp else 0
        p = a + b - c
        paeth = min((abs(p - a), 0, a), (abs(p - b), 1, b), (abs(p - c), 2, c))[2]
        out.append((value - [0, a, b, (a + b) // 2, paeth][kind]) % 256)
    return bytes([kind]) + bytes(out)


def png(array, depth, colour, passes=((0, 0, 1, 1),), extra=b""):
    """A PNG of samples [H, W, C] whose rows take the five filters in turn."""
    height, width, channels = array.shape
    raw, kind = b"", 0
    for x0, y0, dx, dy in passes:
        part = array[y0::dy, x0::dx]
        if part.size == 0:
            continue
        bits = np.unpackbits(part.reshape(*part.shape[:2], channels, 1), axis=-1)[..., 8 - depth:]
        rows = np.packbits(bits.reshape(part.shape[0], -1), axis=-1)
        above = bytes(rows.shape[1])
        for row in rows:
            raw += filtered(bytes(row), above, max(1, depth * channels // 8), kind % 5)
            above, kind = bytes(row), kind + 1
    packed = zlib.compress(raw)
    return (b"\x89PNG\r\n\x1a\n"
            + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, int(len(passes) > 1)))
            + extra + chunk(b"IDAT", packed[:len(packed) // 2]) + chunk(b"IDAT", packed[len(packed) // 2:])
            + chunk(b"tEXt", b"Comment\0any") + chunk(b"IEND", b""))


ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
KINDS = {"grey": (0, 1), "rgb": (2, 3), "grey+alpha": (4, 2), "rgba": (6, 4)}

for name, (colour, channels) in KINDS.items():
    for passes, how in ((((0, 0, 1, 1),), "plain"), (ADAM7, "interlaced")):
        file = png(smooth(11, 13, channels), 8, colour, passes)
        add(f"{name} {how}", file, Image.open(io.BytesIO(file)))
file = png(smooth(3, 2, 3), 8, 2, ADAM7)
add("rgb interlaced, passes of no pixel", file, Image.open(io.BytesIO(file)))

for depth in (1, 2, 4):
    samples = random.integers(0, 1 << depth, (5, 11, 1)).astype(np.uint8)
    for passes, how in ((((0, 0, 1, 1),), "plain"), (ADAM7, "interlaced")):
        grey = Image.fromarray(samples[..., 0] * (255 // ((1 << depth) - 1)))
        add(f"grey of {depth} bits {how}", png(samples, depth, 0, passes), grey)

for depth in (1, 2, 4, 8):
    size = min(1 << depth, 200)
    samples = random.integers(0, size, (6, 9, 1)).astype(np.uint8)
    palette = random.integers(0, 256, (size, 3)).astype(np.uint8)
    file = png(samples, depth, 3, extra=chunk(b"PLTE", palette.tobytes()))
    add(f"palette of {depth} bits", file, Image.fromarray(palette[samples[..., 0]]))
alphas = np.array([0, 128], np.uint8)  # of the first two; the others are opaque
samples = random.integers(0, 4, (4, 5, 1)).astype(np.uint8)
colours = np.concatenate([palette[:4], np.array([[0], [128], [255], [255]], np.uint8)], -1)
file = png(samples, 2, 3, extra=chunk(b"PLTE", palette[:4].tobytes()) + chunk(b"tRNS", alphas.tobytes()))
add("palette with alphas", file, Image.fromarray(colours[samples[..., 0]], "RGBA"))

rgb = smooth(4, 4, 3)
rgba = np.concatenate([rgb, np.full((4, 4, 1), 255, np.uint8)], -1)
rgba[2, 1, 3] = 0
hidden = struct.pack(">HHH", *(int(v) for v in rgb[2, 1]))
assert sum((rgb == rgb[2, 1]).all(-1).ravel()) == 1
add("rgb with a transparent colour", png(rgb, 8, 2, extra=chunk(b"tRNS", hidden)), Image.fromarray(rgba, "RGBA"))
grey = np.array([[[0], [1]], [[2], [3]]], np.uint8)
la = np.array([[[0, 255], [85, 255]], [[170, 0], [255, 255]]], np.uint8)
add("grey with a transparent value", png(grey, 2, 0, extra=chunk(b"tRNS", struct.pack(">H", 2))), Image.fromarray(la, "LA"))

for name, (_, channels) in KINDS.items():
    pixels = smooth(16, 16, channels)
    image = Image.fromarray(pixels[..., 0] if channels == 1 else pixels)
    add(f"{name} by Pillow", saved(image, optimize=True), image)
image = Image.fromarray(smooth(20, 20, 3)).quantize(16)
add("palette by Pillow", saved(image), image)
rgb, grey = Image.fromarray(smooth(3, 5, 3)), Image.fromarray(smooth(3, 5, 1)[..., 0])
add("P6 by Pillow", saved(rgb, "PPM"), rgb)
add("P5 by Pillow", saved(grey, "PPM"), grey)
add("P3", ("P3 # rgb\n# more\n5 3 255\n" + " ".join(map(str, np.asarray(rgb).ravel()))).encode(), rgb)
add("P2", ("P2\n5 3\n255\n" + "\n".join(map(str, np.asarray(grey).ravel())) + "\n").encode(), grey)
add("P5 of which 5 is white", b"P5 2 1 5\n\x00\x02", Image.fromarray(np.array([[0, 102]], np.uint8)))

with open(os.path.join(os.path.dirname(__file__), "images.json"), "w") as out:
    json.dump(cases, out, indent=0)
    out.write("\n")
