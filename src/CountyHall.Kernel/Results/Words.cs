namespace CountyHall.Kernel.Results;

/// <summary>One sentence in the two languages of the house, Chinese first.</summary>
/// <param name="Zh">Plain Chinese, full-width punctuation.</param>
/// <param name="En">Plain English, said in full and not word for word.</param>
public readonly record struct Words(string Zh, string En)
{
    public static implicit operator Words((string Zh, string En) pair) => new(pair.Zh, pair.En);

    /// <summary>The same text in both languages: numbers, names, codes.</summary>
    public static Words Same(string text) => new(text, text);

    public string In(bool english) => english ? En : Zh;

    public override string ToString() => Zh;
}
