using System.CommandLine;

namespace MLNet.Gan.Tool.Commands;

/// <summary>Options that are whole numbers.</summary>
internal static class Numbers
{
    /// <summary>An option that is refused below a least value.</summary>
    public static Option<int?> AtLeast(int least, string name, string description)
    {
        var option = new Option<int?>(name) { Description = description, HelpName = "N" };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() < least)
                result.AddError($"{name} must be at least {least}.");
        });
        return option;
    }
}
