using System.Globalization;
using System.Numerics;

namespace CountyHall.Kernel.Figures;

/// <summary>An exact number: figures are never binary fractions, so that 2.65 rounds the same everywhere.</summary>
public readonly record struct Fraction : IComparable<Fraction>
{
    public Fraction(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
            throw new DivideByZeroException("A fraction has a denominator.");
        var sign = denominator.Sign;
        var shared = BigInteger.GreatestCommonDivisor(numerator, denominator);
        (Numerator, denominatorLessOne) = (sign * numerator / shared, (sign * denominator / shared) - 1);
    }

    private readonly BigInteger denominatorLessOne; // so that the default value is zero

    public BigInteger Numerator { get; }
    public BigInteger Denominator => denominatorLessOne + 1;
    public bool IsWhole => denominatorLessOne.IsZero;
    public bool IsZero => Numerator.IsZero;

    public static implicit operator Fraction(long whole) => new(whole, 1);

    public static Fraction operator +(Fraction a, Fraction b) =>
        new((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Fraction operator -(Fraction a, Fraction b) => a + new Fraction(-b.Numerator, b.Denominator);

    public static Fraction operator *(Fraction a, Fraction b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    public static Fraction operator /(Fraction a, Fraction b) => new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    public static bool operator <(Fraction a, Fraction b) => a.CompareTo(b) < 0;

    public static bool operator >(Fraction a, Fraction b) => a.CompareTo(b) > 0;

    public static bool operator <=(Fraction a, Fraction b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Fraction a, Fraction b) => a.CompareTo(b) >= 0;

    public int CompareTo(Fraction other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <summary>To the nearest step of so many decimals, halves away from zero, as people round.</summary>
    public Fraction Round(int decimals)
    {
        var scale = BigInteger.Pow(10, decimals);
        var twice = 2 * BigInteger.Abs(Numerator) * scale;
        var rounded = (twice + Denominator) / (2 * Denominator);
        return new(Numerator.Sign * rounded, scale);
    }

    /// <summary>The largest whole multiple of a step that is not above it.</summary>
    public Fraction Floor(long step)
    {
        var (whole, rest) = BigInteger.DivRem(Numerator, Denominator * step);
        return new((rest.Sign < 0 ? whole - 1 : whole) * step, 1);
    }

    /// <summary>With exactly so many decimals, after rounding: 12.5, 4.0.</summary>
    public string Text(int decimals)
    {
        var scaled = Round(decimals) * new Fraction(BigInteger.Pow(10, decimals), 1);
        var digits = BigInteger.Abs(scaled.Numerator).ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        var sign = scaled.Numerator.Sign < 0 ? "-" : "";
        return decimals == 0 ? sign + digits : $"{sign}{digits[..^decimals]}.{digits[^decimals..]}";
    }

    /// <summary>Reads 12 or 4.5; a number as the target tables and the checks write it.</summary>
    public static bool TryParse(string text, out Fraction number)
    {
        number = default;
        var parts = text.Split('.');
        if (parts.Length > 2 || parts.Any(part => part.Length == 0 || !part.All(char.IsAsciiDigit)))
            return false;
        var decimals = parts.Length == 2 ? parts[1].Length : 0;
        number = new(BigInteger.Parse(string.Concat(parts), CultureInfo.InvariantCulture), BigInteger.Pow(10, decimals));
        return true;
    }

    public override string ToString() => IsWhole ? Numerator.ToString(CultureInfo.InvariantCulture) : $"{Numerator}/{Denominator}";
}
