using System.Globalization;
using System.Text;
using System.Text.Json;
using CountyHall.Trading.RedFlags;

namespace CountyHall.Trading.Rules.RedFlags;

/// <summary>The scan takes the lines that the framework's own reader takes, and no others, and reads the same texts and numbers out of them.</summary>
public class Any_line
{
    private static readonly string[] Taken =
    [
        """{"ocid":"x","a":[1,-0,0.5,-1.25e-3,1E+2,true,false,null,"",{}, [ ] ],"b":{"c":"\"\\\/\b\f\n\r\t\u00e5\uD83D\uDE00字"}}""",
        " \t{ \"a\" : [ { } , [ ] , \"x\" ] } \r",
        "0",
        "\"\\u0000\"",
        "[[[[[]]]]]",
        """{"":"","a":{"":[""]}}""",
    ];

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}}")]
    [InlineData("{,}")]
    [InlineData("""{"a":1,}""")]
    [InlineData("""{"a"}""")]
    [InlineData("""{"a":}""")]
    [InlineData("""{a:1}""")]
    [InlineData("""{"a":1 "b":2}""")]
    [InlineData("[1,]")]
    [InlineData("[,1]")]
    [InlineData("[1 2]")]
    [InlineData("[1}")]
    [InlineData("01")]
    [InlineData("-")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("1e")]
    [InlineData("+1")]
    [InlineData("tru")]
    [InlineData("truex")]
    [InlineData("nul")]
    [InlineData("\"a")]
    [InlineData("\"\\x\"")]
    [InlineData("\"\\u12g4\"")]
    [InlineData("\"\\u12\"")]
    [InlineData("\"\t\"")]
    [InlineData("{} {}")]
    [InlineData("/**/1")]
    [InlineData("1e999")]
    [InlineData("[-1e999]")]
    public void What_is_no_JSON_text_breaks_the_line(string line) => IsTaken(Encoding.UTF8.GetBytes(line)).ShouldBeFalse();

    [Fact]
    public void What_is_one_does_not() => Taken.ShouldAllBe(line => IsTaken(Encoding.UTF8.GetBytes(line)));

    [Theory]
    [InlineData(127, true)]
    [InlineData(128, false)]
    public void A_line_is_at_most_so_deep(int deep, bool taken) =>
        IsTaken(Encoding.UTF8.GetBytes(new string('[', deep) + new string(']', deep))).ShouldBe(taken);

    [Fact]
    public void A_changed_byte_breaks_it_exactly_where_the_reader_says_so()
    {
        var dice = new Random(1);
        var marks = "{}[]:,\"\\ \t0123456789-+.eEtrufalsnx"u8.ToArray();
        var lines = Taken.Append(Lines.Process("x", "A valid 100; B+C disqualified 90.5")).Select(Encoding.UTF8.GetBytes).ToList();
        for (var round = 0; round < 40_000; round++)
        {
            var line = lines[dice.Next(lines.Count)].ToList();
            for (var changes = dice.Next(1, 4); changes > 0 && line.Count > 0; changes--)
            {
                var at = dice.Next(line.Count);
                switch (dice.Next(3))
                {
                    case 0:
                        line[at] = marks[dice.Next(marks.Length)];
                        break;
                    case 1:
                        line.RemoveAt(at);
                        break;
                    default:
                        line.Insert(at, marks[dice.Next(marks.Length)]);
                        break;
                }
            }
            byte[] bytes = [.. line];
            // What is no UTF-8, and numbers beyond the doubles, is not the reader's to find.
            if (!System.Text.Unicode.Utf8.IsValid(bytes) || bytes.AsSpan().IndexOfAny("eE"u8) >= 0 && HasHugeNumber(bytes))
                continue;
            IsTaken(bytes).ShouldBe(ReaderTakes(bytes), Encoding.UTF8.GetString(bytes));
        }
    }

    [Fact]
    public void Numbers_are_the_nearest_doubles()
    {
        var dice = new Random(2);
        for (var round = 0; round < 100_000; round++)
        {
            var digits = dice.Next(3) switch
            {
                0 => dice.NextInt64(-1_000_000_000_000, 1_000_000_000_000).ToString(CultureInfo.InvariantCulture),
                1 => ((decimal)dice.NextInt64(-99_999_999_999_999, 99_999_999_999_999) / (1 + dice.Next(1_000_000))).ToString(
                    CultureInfo.InvariantCulture
                ),
                _ => (dice.NextDouble() * Math.Pow(10, dice.Next(-20, 20))).ToString("R", CultureInfo.InvariantCulture),
            };
            var line = Encoding.UTF8.GetBytes(digits);
            var scan = new JsonScan(line);
            JsonScan.DoubleOf(scan.Number()).ShouldBe(double.Parse(digits, CultureInfo.InvariantCulture), digits);
        }
    }

    [Fact]
    public void Names_are_found_again_however_many_there_are()
    {
        var names = new Names();
        for (var i = 0; i < 5_000; i++)
            names.Of($"{new string('示', i % 7)}{i}").ShouldBe(i);
        for (var i = 0; i < 5_000; i++)
            names.Of($"{new string('示', i % 7)}{i}").ShouldBe(i);
        names.Count.ShouldBe(5_000);
        names.Of("").ShouldBe(5_000);
        (names[0], names[8], names[5_000]).ShouldBe(("0", "示8", ""));
        names.Of(new string('x', 100_000)).ShouldBe(5_001);
        names[5_001].Length.ShouldBe(100_000);
    }

    private static bool HasHugeNumber(byte[] bytes)
    {
        var reader = new Utf8JsonReader(bytes, JsonLines.Options);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.Number && double.IsInfinity(reader.GetDouble()))
                    return true;
            }
        }
        catch (JsonException) { }
        return false;
    }

    private static bool IsTaken(byte[] line)
    {
        var scan = new JsonScan(line);
        try
        {
            scan.Pass();
            scan.End();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool ReaderTakes(byte[] line)
    {
        var reader = new Utf8JsonReader(line, JsonLines.Options);
        try
        {
            while (reader.Read()) { }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
