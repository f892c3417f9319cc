namespace MLNet.Gan;

/// <summary>Counts the traits of images that were read. Not thread-safe.</summary>
internal sealed class ImageTally
{
    // Files of 14 or fewer bits have no value above; they appear nearly black.
    private const int DarkBelow = 1 << 14;

    private readonly Dictionary<ImageTrait, (int Count, string First)> _traits = [];
    private int _images, _largest = -1;

    /// <summary>Counts an image.</summary>
    public void Add(string path, DecodedImage image) => Add(path, image.Traits, image.LargestDeepValue);

    /// <summary>Counts an image.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="traits">Its traits.</param>
    /// <param name="largestDeepValue">Its largest value, as <see cref="DecodedImage.LargestDeepValue"/>.</param>
    public void Add(string path, IReadOnlyList<ImageTrait> traits, int? largestDeepValue)
    {
        _images++;
        _largest = Math.Max(_largest, largestDeepValue ?? -1);
        foreach (var trait in traits)
            _traits[trait] = _traits.TryGetValue(trait, out var known) ? (known.Count + 1, known.First) : (1, path);
    }

    /// <summary>Returns what to know of the images, in whole sentences.</summary>
    public IEnumerable<string> Notes() => NotesByKind().Select(note => note.Text);

    /// <summary>Returns the same with what each note is about, which does not depend on the images.</summary>
    public IEnumerable<(string Kind, string Text)> NotesByKind()
    {
        foreach (var (trait, (count, first)) in _traits)
            yield return (trait.OfOne, $"{count} of {_images} images {(count == 1 ? trait.OfOne : trait.OfMany)} (the first: '{first}'). {trait.Consequence}");
        if (_largest is < 0 or >= DarkBelow)
            yield break;
        var bits = int.Log2(_largest) + 1;
        yield return ("has few bits", $"No value of the images with 16 bits per color is above {_largest} of 65535, as if they held {bits} bits: they are "
            + $"read as nearly black. Multiply their values by {1 << (16 - bits)} first.");
    }
}
