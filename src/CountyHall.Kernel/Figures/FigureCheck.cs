using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace CountyHall.Kernel.Figures;

/// <summary>核对关系: what must hold between figures, written as the report's readers would: <c>a.total == a.county + a.township</c>.</summary>
/// <remarks>Comparisons joined by <c>and</c>; sums, products, quotients and <c>round(x, decimals)</c> of figures and numbers, all exact.</remarks>
public sealed partial class FigureCheck
{
    private readonly IReadOnlyList<string> tokens;

    public FigureCheck(string text)
    {
        Text = text;
        tokens = [.. Token().Matches(text).Select(match => match.Value)];
        if (string.Concat(tokens) != WhiteSpace().Replace(text, ""))
            throw new FormatException($"This check cannot be read: {text}");
        Figures = [.. tokens.Where(IsFigure).Distinct()];
        // Read once with every figure at one, so that a check that cannot be read fails when the house is built.
        new Reading(tokens, Figures.ToDictionary(id => id, _ => (Fraction)1)).Whole();
    }

    public string Text { get; }

    /// <summary>The ids of the figures that it compares.</summary>
    public IReadOnlyList<string> Figures { get; }

    /// <summary>Whether it holds for these stated values; none where one of its figures does not exist or has no value.</summary>
    public bool? Holds(IReadOnlyDictionary<string, Fraction> stated) =>
        Figures.All(stated.ContainsKey) ? new Reading(tokens, stated).Whole() : null;

    public override string ToString() => Text;

    private static bool IsFigure(string token) => char.IsAsciiLetter(token[0]) && token is not ("and" or "round");

    [GeneratedRegex(@"[a-z][a-z0-9_.]*|[0-9]+(\.[0-9]+)?|==|<=|>=|<|>|[-+*/(),]")]
    private static partial Regex Token();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();

    private sealed class Reading(IReadOnlyList<string> tokens, IReadOnlyDictionary<string, Fraction> values)
    {
        private int at;

        public bool Whole()
        {
            var holds = Comparison();
            while (Take("and"))
                holds &= Comparison();
            return at == tokens.Count ? holds : throw Wrong();
        }

        private bool Comparison()
        {
            var left = Sum();
            var sign = Next();
            var right = Sum();
            return sign switch
            {
                "==" => left == right,
                "<=" => left <= right,
                ">=" => left >= right,
                "<" => left < right,
                ">" => left > right,
                _ => throw Wrong(),
            };
        }

        private Fraction Sum()
        {
            var value = Product();
            while (true)
            {
                if (Take("+"))
                    value += Product();
                else if (Take("-"))
                    value -= Product();
                else
                    return value;
            }
        }

        private Fraction Product()
        {
            var value = Single();
            while (true)
            {
                if (Take("*"))
                    value *= Single();
                else if (Take("/"))
                    value /= Single();
                else
                    return value;
            }
        }

        private Fraction Single()
        {
            var token = Next();
            if (token == "round")
            {
                Expect("(");
                var value = Sum();
                Expect(",");
                var decimals = Single();
                Expect(")");
                return value.Round((int)decimals.Numerator);
            }
            if (token == "(")
            {
                var value = Sum();
                Expect(")");
                return value;
            }
            return values.TryGetValue(token, out var figure) || Fraction.TryParse(token, out figure) ? figure : throw Wrong();
        }

        private string Next() => at < tokens.Count ? tokens[at++] : throw Wrong();

        private bool Take(string token)
        {
            if (at >= tokens.Count || tokens[at] != token)
                return false;
            at++;
            return true;
        }

        private void Expect(string token)
        {
            if (!Take(token))
                throw Wrong();
        }

        [SuppressMessage("Performance", "CA1822", Justification = "Says where it stands.")]
        private FormatException Wrong() => new($"This check cannot be read near place {at}: {string.Join(' ', tokens)}");
    }
}
