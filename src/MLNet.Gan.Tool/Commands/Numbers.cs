using System.CommandLine;

namespace MLNet.Gan.Tool.Commands;

/// <summary>Options that are whole numbers.</summary>
internal static class Numbers
{
    /// <summary>Returns an option that must be at least a value.</summary>
    public static Option<int?> AtLeast(int least, string name, string description)
    {
        var option = new Option<int?>(name) { Description = description, HelpName = "N" };
        option.Validators.Add(result =>
        {
            // The parser itself refuses what is no number.
            if (result.Tokens is [var token] && int.TryParse(token.Value, out var number) && number < least)
                result.AddError($"{name} must be at least {least}.");
        });
        return option;
    }
}
