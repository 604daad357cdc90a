namespace CountyHall.Web;

/// <summary>What a masked value is, so that the right part of it is covered.</summary>
public enum MaskKind
{
    /// <summary>姓名</summary>
    Name,

    /// <summary>证件号码</summary>
    Identity,

    /// <summary>手机号码</summary>
    Phone,
}

/// <summary>Names and numbers of persons are shown covered, unless the reader states a purpose.</summary>
public static class Mask
{
    public static string Of(string value, MaskKind kind) =>
        kind switch
        {
            MaskKind.Name => Name(value),
            MaskKind.Identity => Keep(value, first: 4, last: 4),
            MaskKind.Phone => Keep(value, first: 3, last: 4),
            _ => Keep(value, first: 0, last: 0),
        };

    /// <summary>张*, 陆*舟</summary>
    private static string Name(string name) =>
        name.Length switch
        {
            0 => "",
            1 => "*",
            2 => $"{name[0]}*",
            _ => Keep(name, first: 1, last: 1),
        };

    // A short number is covered whole: showing both ends would show all of it.
    private static string Keep(string value, int first, int last) =>
        value.Length <= first + last
            ? new string('*', value.Length)
            : $"{value[..first]}{new string('*', value.Length - first - last)}{value[^last..]}";
}
