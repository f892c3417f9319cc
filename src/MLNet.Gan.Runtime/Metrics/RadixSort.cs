using System.Runtime.InteropServices;

namespace MLNet.Gan.Metrics;

/// <summary>
/// Sorts numbers by the bytes of their bits (a radix sort), which takes less time than comparing them: by the upper four bytes, and
/// the few that are equal in them by comparisons.
/// </summary>
internal static class RadixSort
{
    private const int Fewest = 100; // Of fewer, comparisons take no longer.
    private const int FirstBit = 32, BitsOfDigit = 8, Digits = 4, Values = 1 << BitsOfDigit;
    private const ulong Sign = 1UL << 63;

    /// <summary>Sorts numbers, none of which is NaN, in ascending order.</summary>
    public static void Sort(double[] numbers)
    {
        if (numbers.Length >= Fewest)
            SortByUpperHalf(MemoryMarshal.Cast<double, ulong>(numbers.AsSpan()));
        if (numbers.Length < Fewest || !SortNearlySorted(numbers))
            Array.Sort(numbers);
    }

    private static void SortByUpperHalf(Span<ulong> keys)
    {
        Span<int> counts = stackalloc int[Digits * Values];
        counts.Clear();
        foreach (ref var key in keys)
        {
            // As unsigned numbers, positive ones come behind negative ones, of which the larger absolute values come first. There is no
            // branch, which nobody could predict.
            key ^= (ulong)((long)key >> 63) | Sign;
            for (var digit = 0; digit < Digits; digit++)
                counts[digit * Values + (byte)(key >> (FirstBit + BitsOfDigit * digit))]++;
        }

        var from = keys;
        Span<ulong> to = new ulong[keys.Length];
        for (var digit = 0; digit < Digits; digit++) // An even number of times, so that they are in their own place again.
        {
            var places = counts.Slice(digit * Values, Values);
            var place = 0;
            foreach (ref var count in places)
                (count, place) = (place, place + count);
            foreach (var key in from)
                to[places[(byte)(key >> (FirstBit + BitsOfDigit * digit))]++] = key;
            var sorted = to;
            to = from;
            from = sorted;
        }

        foreach (ref var key in keys)
            key ^= (ulong)((long)~key >> 63) | Sign;
    }

    /// <summary>Inserts each number where it belongs; returns false, when that takes too many moves.</summary>
    private static bool SortNearlySorted(double[] numbers)
    {
        var moves = numbers.Length;
        for (var i = 1; i < numbers.Length; i++)
        {
            var (number, place) = (numbers[i], i);
            for (; place > 0 && numbers[place - 1] > number; place--, moves--)
                numbers[place] = numbers[place - 1];
            numbers[place] = number;
            if (moves < 0)
                return false;
        }

        return true;
    }
}
