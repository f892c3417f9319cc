#!/usr/bin/env bash
# Pillow 9.4.0 (and the source of 2026): convert('RGB') of a gray PNG with 16 bits clips at 255 of 65535, which leaves white, while
# that of a PNG with 16 bits per color takes the upper 8 bits. pytorch-fid and clean-fid read every image by it.
#
# Seen here:
#   gray 32768 becomes 255
#   color 32768 becomes 128
#
# Needs Debian's python3-pil.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
/usr/bin/python3 - <<'P' | tee seen
import io, struct, zlib
from PIL import Image

def chunk(kind, data):
    return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))

for name, kind, values in ('gray', 0, 1), ('color', 2, 3):
    png = (b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', 1, 1, 16, kind, 0, 0, 0))
           + chunk(b'IDAT', zlib.compress(b'\0' + struct.pack('>H', 32768) * values)) + chunk(b'IEND', b''))
    print(name, 32768, 'becomes', Image.open(io.BytesIO(png)).convert('RGB').getpixel((0, 0))[0])
P
grep -qx "gray 32768 becomes 255" seen
grep -qx "color 32768 becomes 128" seen
echo "as described"
