using System.Buffers;
using System.Text.Unicode;

namespace MLNet.Gan.Tool.Tables;

/// <summary>Opens the text of a table, which must be UTF-8, or begin with the mark of another Unicode encoding.</summary>
/// <remarks>ML.NET's loader replaces what is no UTF-8 without a word, so that different texts become equal.</remarks>
internal static class TableText
{
    private const int BlockSize = 1 << 16;

    /// <summary>Returns a reader of the text.</summary>
    /// <exception cref="FormatException">It is in another encoding, or damaged.</exception>
    public static StreamReader Open(string path)
    {
        using (var file = File.OpenRead(path))
        {
            var mark = new byte[4];
            var length = file.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false);
            file.Position = 0;
            if (mark.AsSpan(0, length) is not ([0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, 0, 0xFE, 0xFF]))
                RequireUtf8(file, path);
        }

        return new(path);
    }

    private static void RequireUtf8(FileStream file, string path)
    {
        var (bytes, characters) = (new byte[BlockSize], new char[BlockSize]);
        var (line, kept, wasReturn) = (1, 0, false);
        for (var isEnd = false; !isEnd;)
        {
            var read = file.Read(bytes.AsSpan(kept));
            isEnd = read == 0;
            ReadOnlySpan<byte> block = bytes.AsSpan(0, kept + read);
            var status = Utf8.ToUtf16(block, characters, out var used, out _, replaceInvalidSequences: false, isFinalBlock: isEnd);
            foreach (var value in block[..used])
            {
                if (value == '\r' || (value == '\n' && !wasReturn))
                    line++;
                wasReturn = value == '\r';
            }

            if (status == OperationStatus.InvalidData)
                throw new FormatException(
                    $"Line {line} of '{path}' is not UTF-8: it has the byte 0x{block[used]:X2} of another encoding. Save the table as UTF-8.");
            block[used..].CopyTo(bytes);
            kept = block.Length - used;
        }
    }
}
