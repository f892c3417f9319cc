#!/usr/bin/python3
"""Writes kinds.json: small image files of many kinds, and their pixels as pytorch-fid and clean-fid read them with PIL.

Run: /usr/bin/python3 kinds.py      (Debian's python3-pil 9.4 and python3-numpy; the file says which)

Both tools read a file by Image.open(path).convert('RGB'). Of gray files with 16 bits it clips all values at 255 (Pillow 9.4 here,
and the source of 2026 still), which leaves white. For these alone the pixels are what PIL gives for colors: the upper 8 bits
(`>> 8`) of PNG, and the rounded quotient of Netpbm.
"""
import base64, io, json, os, struct, warnings, zlib
import numpy as np, PIL
from PIL import Image

warnings.simplefilter('ignore')
FOLDER = os.path.dirname(os.path.abspath(__file__))
H, W = 6, 5
y, x = np.mgrid[0:H, 0:W]
rgb = np.stack([(37 * x + 11 * y) % 256, (53 * x + 29 * y + 90) % 256, (97 * y + 13 * x + 200) % 256], -1).astype(np.uint8)
alpha = ((x * 60 + y * 9) % 256).astype(np.uint8)
gray16 = ((x * 9973 + y * 3001 + 129) % 65536).astype('>u2')
rgb16 = np.stack([gray16, gray16.astype(int) * 3 % 65536, gray16.astype(int) * 7 % 65536], -1).astype('>u2')
index = ((x + y) % 4).astype(np.uint8)
palette = bytes([200, 10, 20, 30, 220, 40, 50, 60, 240, 250, 250, 10])
v, u = np.mgrid[0:19, 0:21]
photo = np.stack([127 + 120 * np.sin(u / 5 + v / 9), 127 + 120 * np.cos(u / 7 - v / 4), (u * 7 + v * 5) % 256], -1).clip(0, 255).astype(np.uint8)
ink = np.dstack([photo, (u * 9 % 200).astype(np.uint8)])
files = []


def add(name, data, traits='', deep=None, pixels=None, tolerance=0):
    """Adds a file; pixels [H, W, 3] if they are not PIL's, and by how much they may differ."""
    image = Image.open(io.BytesIO(data))
    mode = image.mode
    read = np.array(image.convert('RGB')) if pixels is None else pixels
    files.append(dict(name=name, mode=mode, traits=traits, deep=deep, file=base64.b64encode(data).decode(), height=read.shape[0],
                      width=read.shape[1], pixels=base64.b64encode(read.astype(np.uint8).tobytes()).decode(),
                      **(dict(tolerance=tolerance) if tolerance else {})))


def saved(image, **how):
    out = io.BytesIO()
    image.save(out, **how)
    return out.getvalue()


def chunk(kind, data):
    return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))


def rows(values):
    return b''.join(b'\0' + np.ascontiguousarray(row).tobytes() for row in values)


def adam7(values):
    passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
    return b''.join(rows(part) for a, b, c, d in passes if (part := values[b::d, a::c]).size)


def png(bits, kind, data, extra=b'', interlace=0, width=W, height=H):
    return (b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', width, height, bits, kind, 0, 0, interlace)) + extra
            + chunk(b'IDAT', zlib.compress(data)) + chunk(b'IEND', b''))


def gray(values):
    return np.repeat(np.asarray(values)[..., None], 3, -1)


def exif(orientation):
    data = Image.Exif()
    data[0x112] = orientation
    return data.tobytes()


PLTE = chunk(b'PLTE', palette)
add('png-rgb', png(8, 2, rows(rgb)))
add('png-gray', png(8, 0, rows(rgb[..., 0])))
add('png-rgba', png(8, 6, rows(np.dstack([rgb, alpha]))), 'Transparent')
add('png-rgba-opaque', png(8, 6, rows(np.dstack([rgb, alpha * 0 + 255]))))
add('png-gray-alpha', png(8, 4, rows(np.dstack([rgb[..., 0], alpha]))), 'Transparent')
add('png-rgb-trns', png(8, 2, rows(rgb), chunk(b'tRNS', struct.pack('>HHH', *map(int, rgb[0, 1])))), 'Transparent')
add('png-gray-trns', png(8, 0, rows(rgb[..., 0]), chunk(b'tRNS', struct.pack('>H', int(rgb[0, 1, 0])))), 'Transparent')
add('png-palette', png(8, 3, rows(index), PLTE))
add('png-palette-trns', png(8, 3, rows(index), PLTE + chunk(b'tRNS', bytes([0, 128, 255]))), 'Transparent')
add('png-gray-1', png(1, 0, b'\0\xa8' * 6))
add('png-gray-2', png(2, 0, b'\0\x1b\0\xe4', width=4, height=2))
add('png-gray-4', png(4, 0, b'\0\x1b\x80\0\xe4\x0f', width=4, height=2))
add('png-gamma', png(8, 2, rows(rgb), chunk(b'gAMA', struct.pack('>I', 100000))))
add('png-interlaced', png(8, 2, adam7(rgb), interlace=1))
for order in (b'II', b'MM'):
    end = '<' if order == b'II' else '>'
    tiff = order + struct.pack(end + 'HI', 42, 8) + struct.pack(end + 'HHHIHHHHIHHI', 2, 0x103, 3, 1, 1, 0, 0x112, 3, 1, 6, 0, 0)
    add(f'png-exif-6-{order.decode()}', png(8, 2, rows(rgb), chunk(b'eXIf', tiff)), 'Rotated')
    add(f'png-exif-1-{order.decode()}', png(8, 2, rows(rgb), chunk(b'eXIf', tiff.replace(struct.pack(end + 'HH', 6, 0), struct.pack(end + 'HH', 1, 0)))))
top = lambda values: (int(values.max()) >> 8) * 256 + 255
add('png-gray-16', png(16, 0, rows(gray16)), 'Deep', top(gray16), gray(gray16 >> 8))
add('png-gray-12', png(16, 0, rows((gray16 >> 4).astype('>u2'))), 'Deep', top(gray16 >> 4), gray(gray16 >> 12))
add('png-rgb-16', png(16, 2, rows(rgb16)), 'Deep', top(rgb16))
add('png-rgb-16-interlaced', png(16, 2, adam7(rgb16), interlace=1), 'Deep', top(rgb16))
add('png-rgba-16', png(16, 6, rows(np.dstack([rgb16, rgb16[..., 2]]).astype('>u2'))), 'Transparent Deep', top(rgb16))
add('png-gray-alpha-16', png(16, 4, rows(np.dstack([gray16, rgb16[..., 2]]).astype('>u2'))), 'Transparent Deep', top(gray16))

I = Image.fromarray
add('jpeg', saved(I(photo), format='JPEG', quality=90))
add('jpeg-444', saved(I(photo), format='JPEG', quality=95, subsampling=0))
add('jpeg-422', saved(I(photo), format='JPEG', quality=80, subsampling=1))
add('jpeg-progressive', saved(I(photo), format='JPEG', quality=85, progressive=True))
add('jpeg-gray', saved(I(photo).convert('L'), format='JPEG'))
add('jpeg-cmyk', saved(I(ink, 'CMYK'), format='JPEG', quality=95), 'Cmyk')
add('jpeg-exif-6', saved(I(photo), format='JPEG', exif=exif(6)), 'Rotated')
add('jpeg-exif-1', saved(I(photo), format='JPEG', exif=exif(1)))
cmyk = saved(I(ink, 'CMYK'), format='JPEG', quality=95)
adobe = cmyk.index(b'Adobe')  # FF EE, a length of 14, then "Adobe", a version, flags and the transform at byte 11.
add('jpeg-ycck', cmyk[:adobe + 11] + b'\2' + cmyk[adobe + 12:], 'Cmyk')
add('jpeg-cmyk-without-adobe', cmyk[:adobe - 4] + cmyk[adobe + 12:], 'Cmyk')
plain = saved(I(photo), format='JPEG', quality=95)
add('jpeg-rgb', plain[:2] + cmyk[adobe - 4:adobe + 11] + b'\0' + plain[2:])
add('jpeg-comment', plain[:2] + b'\xff\xfe\0\x06\xff\xd9\xff\xda' + plain[2:])
thumbnail = saved(I(photo[:8, :8].copy()), format='JPEG')
add('jpeg-thumbnail', plain[:2] + b'\xff\xe2' + struct.pack('>H', len(thumbnail) + 2) + thumbnail + plain[2:])

clear = I(np.dstack([photo, (u * 11 % 256).astype(np.uint8)]))
add('webp-lossless', saved(I(photo), format='WEBP', lossless=True))
add('webp', saved(I(photo), format='WEBP', quality=80))
add('webp-lossless-alpha', saved(clear, format='WEBP', lossless=True, exact=True), 'Transparent')
add('webp-alpha', saved(clear, format='WEBP', quality=80), 'Transparent')
add('webp-exif-6', saved(I(photo), format='WEBP', lossless=True, exif=exif(6)), 'Rotated')
add('webp-animated', saved(I(photo), format='WEBP', save_all=True, append_images=[I(photo[::-1])], duration=100), 'Animated')

few = I(photo).quantize(16)
add('gif', saved(few, format='GIF'))
add('gif-transparent', saved(few, format='GIF', transparency=3), 'Transparent')
add('gif-animated', saved(few, format='GIF', save_all=True, append_images=[few.rotate(180)], duration=100), 'Animated')


def gif(frame, left, top, transparent=None, local=b'', background=0):
    """A canvas of 8 x 7 with a frame of indices of two bits, each with a code of its own (no compression)."""
    height, width = frame.shape
    bits, codes = 0, []
    for n, value in enumerate(frame.flatten()):
        if n % 2 == 0:
            codes.append(4)  # Clear, so that codes stay three bits long.
        codes.append(int(value))
    codes.append(5)
    for n, code in enumerate(codes):
        bits |= code << (3 * n)
    data = bits.to_bytes((3 * len(codes) + 7) // 8, 'little')
    assert len(data) < 256
    control = b'' if transparent is None else bytes([0x21, 0xF9, 4, 1, 0, 0, transparent, 0])
    return (b'GIF89a' + struct.pack('<HHBBB', 8, 7, 0x91, background, 0) + palette + control + b'\x2c'
            + struct.pack('<HHHHB', left, top, width, height, 0x81 if local else 0) + local + b'\x02' + bytes([len(data)]) + data
            + b'\0\x3b')


add('gif-whole-transparent', gif(np.indices((7, 8)).sum(0) % 4, 0, 0, transparent=2), 'Transparent')
add('gif-local-palette', gif(np.indices((7, 8)).sum(0) % 4, 0, 0, transparent=1, local=palette[::-1]), 'Transparent')
add('gif-opaque-index', gif(np.indices((7, 8)).sum(0) % 3, 0, 0, transparent=3), '')
small = np.indices((4, 5)).sum(0) % 4
add('gif-small-frame', gif(small, 2, 1), 'Transparent')
add('gif-small-frame-background', gif(small, 2, 1, background=1), 'Transparent')
add('gif-small-frame-transparent', gif(small, 2, 1, transparent=2, background=1), 'Transparent')

add('bmp-24', saved(I(photo), format='BMP'))
add('bmp-gray', saved(I(photo).convert('L'), format='BMP'))
add('bmp-1', saved(I(photo).convert('1'), format='BMP'))
add('bmp-palette', saved(few, format='BMP'))
add('bmp-32', saved(clear, format='BMP'))


def bmp(header, data, colors=b''):
    at = 14 + len(header) + len(colors)
    return b'BM' + struct.pack('<IHHI', at + len(data), 0, 0, at) + header + colors + data


def bgr(values):
    return b''.join(row[:, ::-1].tobytes() + b'\0' * (-3 * values.shape[1] % 4) for row in values)


add('bmp-top-down', bmp(struct.pack('<IiiHHIIiiII', 40, W, -H, 1, 24, 0, 0, 0, 0, 0, 0), bgr(rgb)))
add('bmp-os2', bmp(struct.pack('<IHHHH', 12, W, H, 1, 24), bgr(rgb[::-1])))
add('bmp-wrong-size', (lambda b: b[:2] + struct.pack('<I', 7) + b[6:])(bmp(struct.pack('<IiiHHIIiiII', 40, W, H, 1, 24, 0, 0, 0, 0, 0, 0), bgr(rgb[::-1]))))
rle = b''.join(bytes([2, r, 3, r + 1, 0, 0]) for r in range(2)) + b'\0\1'
add('bmp-rle', bmp(struct.pack('<IiiHHIIiiII', 40, W, 2, 1, 8, 1, len(rle), 0, 0, 4, 0), rle, bytes(b for n in range(4) for b in [*palette[3 * n:3 * n + 3][::-1], 0])))

def masked(data, masks, bits, size=124):
    """A header of version 5 with masks of the channels, as GIMP writes it."""
    header = struct.pack('<IiiHHIIiiIIIIII', size, W, H, 1, bits, 3, 0, 0, 0, 0, 0, *masks)
    return bmp(header + b'\0' * (size - len(header)), data)


bgra = np.dstack([rgb[::-1, :, ::-1], alpha[::-1]]).tobytes()
add('bmp-v5-alpha', masked(bgra, [0xff0000, 0xff00, 0xff, 0xff000000], 32), 'Transparent')
add('bmp-v5', masked(bgra, [0xff0000, 0xff00, 0xff, 0], 32))
four = bytes(b for n in range(4) for b in [*palette[3 * n:3 * n + 3][::-1], 0])
add('bmp-4', bmp(struct.pack('<IiiHHIIiiII', 40, W, 2, 1, 4, 0, 0, 0, 0, 4, 0), b'\x01\x23\x00\x00\x32\x10\x30\x00', four))


def packed(red, green, blue, bits):
    """Rows of colors of 5 bits (green of 5 or 6) in two bytes, from the bottom up and padded to four bytes."""
    values = red.astype('<u2') << (5 + bits) | green.astype('<u2') << 5 | blue.astype('<u2')
    return b''.join(row.tobytes() + b'\0' * (-2 * W % 4) for row in values[::-1].astype('<u2'))


# PIL makes v * 255 // 31 of five bits and v * 255 // 63 of six, SkiaSharp rounds.
add('bmp-555', bmp(struct.pack('<IiiHHIIiiII', 40, W, H, 1, 16, 0, 0, 0, 0, 0, 0), packed(*(rgb >> 3).transpose(2, 0, 1), 5)), tolerance=1)
add('bmp-565', masked(packed(rgb[..., 0] >> 3, rgb[..., 1] >> 2, rgb[..., 2] >> 3, 6), [0xf800, 0x7e0, 0x1f, 0], 16), tolerance=1)

scaled = lambda values, most: np.vectorize(lambda value: round(int(value) / most * 255))(values)
add('ppm', b'P6\n# a comment\n5 6\n255\n' + rgb.tobytes())
add('pgm', b'P5 5 6 255\n' + rgb[..., 0].tobytes())
add('pgm-100', b'P5\t5\n6 100\n' + (rgb[..., 0] % 101).tobytes())
add('ppm-31', b'P6 5 6 31\n' + (rgb % 32).tobytes())
add('ppm-16', b'P6 5 6 65535\n' + rgb16.tobytes(), 'Deep', top(rgb16))
add('pgm-16', b'P5 5 6 65535\n' + gray16.tobytes(), 'Deep', top(gray16), gray(scaled(gray16, 65535)))
few_bits = (gray16 >> 4).astype('>u2')
add('pgm-12', b'P5 5 6 4095\n' + few_bits.tobytes(), 'Deep', top(few_bits.astype(int) * 65535 // 4095), gray(scaled(few_bits, 4095)))
add('pgm-12-in-16', b'P5 5 6 65535\n' + few_bits.tobytes(), 'Deep', top(few_bits), gray(scaled(few_bits, 65535)))
add('ppm-12-in-16', b'P6 5 6 65535\n' + (rgb16 >> 4).astype('>u2').tobytes(), 'Deep', top(rgb16 >> 4))

with open(os.path.join(FOLDER, 'kinds.json'), 'w') as out:
    lines = ',\n'.join(json.dumps(file) for file in files)
    out.write(f'{{"pillow": "{PIL.__version__}", "files": [\n{lines}\n]}}\n')
