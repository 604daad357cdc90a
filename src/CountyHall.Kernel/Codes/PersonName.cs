using System.Globalization;

namespace CountyHall.Kernel.Codes;

/// <summary>姓名: how a person's name is shown to strangers.</summary>
public static class PersonName
{
    /// <summary>The name with the first character and, from three characters on, the last; a single character is hidden.</summary>
    public static string Mask(string name)
    {
        // Rare characters of names lie outside the first plane of Unicode: count what people see, not UTF-16 units.
        var characters = StringInfo.GetTextElementEnumerator(name.Trim());
        var seen = new List<string>();
        while (characters.MoveNext())
            seen.Add(characters.GetTextElement());

        return seen.Count switch
        {
            0 => "",
            1 => "*",
            2 => $"{seen[0]}*",
            var count => $"{seen[0]}{new string('*', count - 2)}{seen[^1]}",
        };
    }
}
