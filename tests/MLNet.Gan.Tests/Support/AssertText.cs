namespace MLNet.Gan.Tests.Support;

/// <summary>Checks how things are printed.</summary>
internal static class AssertText
{
    /// <summary>Runs are compared by the text of their options: a record must not keep a number to itself.</summary>
    public static void ShowsEveryProperty(object record)
    {
        foreach (var property in record.GetType().GetProperties())
            Assert.Contains($"{property.Name} = {property.GetValue(record)}", record.ToString()!);
    }
}
