using CountyHall.Kernel.Figures;
using CountyHall.Web.Demonstration.Years;
using CsCheck;

namespace CountyHall.Journeys.Figures;

/// <summary>M1 to M9: every target is reached exactly, or refused.</summary>
public class The_methods_of_the_generator
{
    private static readonly Streams Streams = new(42);

    [Fact]
    public void M1_chooses_so_many_and_each_once() =>
        Gen.Select(Gen.Int[0, 200], Gen.Int[0, 200])
            .Where((all, many) => many <= all)
            .Sample(
                (all, many) =>
                {
                    var chosen = Methods.Choose([.. Enumerable.Range(0, all)], many, Streams, "m1");
                    (chosen.Count == many && chosen.Distinct().Count() == many).ShouldBeTrue();
                }
            );

    [Fact]
    public void M2_parts_lie_between_their_bounds_and_add_up() =>
        Gen.Select(Gen.Int[0, 20], Gen.Int[0, 50], Gen.Int[0, 1000])
            .Array[1, 60]
            .SelectMany(parts =>
                Gen.Int[parts.Sum(p => p.Item1), parts.Sum(p => p.Item1 + p.Item2)].Select(total => (Parts: parts, Total: total))
            )
            .Sample(
                (parts, total) =>
                {
                    var spread = Methods.Spread(
                        total,
                        [.. parts.Select(p => (long)p.Item3)],
                        i => parts[i].Item1,
                        i => parts[i].Item1 + parts[i].Item2
                    );
                    spread.Sum().ShouldBe(total);
                    for (var i = 0; i < spread.Length; i++)
                        spread[i].ShouldBeInRange(parts[i].Item1, parts[i].Item1 + parts[i].Item2);
                }
            );

    [Fact]
    public void M2_refuses_what_the_bounds_do_not_hold() =>
        Should.Throw<TargetsCannotBeReachedException>(() => Methods.Spread(11, [1, 1], _ => 0, _ => 5));

    [Fact]
    public void M3_a_total_is_printed_as_the_target() =>
        Gen.Select(Gen.Int[0, 200], Gen.Int[20, 100_000], Gen.Long)
            .Sample(
                (tenths, count, seed) =>
                {
                    var printed = new Fraction(tenths, 10);
                    var total = Methods.TotalPrintedAs(printed, 1, count, new Streams(seed), "m3");
                    new Fraction(total, count).Round(1).ShouldBe(printed);
                }
            );

    [Fact]
    public void M4_a_part_is_printed_as_the_target() =>
        Gen.Select(Gen.Int[0, 1000], Gen.Int[1000, 100_000])
            .Sample(
                (perMille, count) =>
                    new Fraction(100 * Methods.PartPrintedAs(new Fraction(perMille, 10), 1, count), count)
                        .Round(1)
                        .ShouldBe(new Fraction(perMille, 10))
            );

    [Fact]
    public void M5_the_own_value_stands_at_its_place() =>
        Gen.Select(Gen.Int[1, 7], Gen.Int[500, 900])
            .Sample((place, own) => Methods.OthersFor(own, place, 6, Streams, "m5").Count(other => other > own).ShouldBe(place - 1));

    [Fact]
    public void M6_exactly_one_stands_at_the_bound() =>
        Gen.Select(Gen.Int[10, 90], Gen.Int[1, 50])
            .Sample(
                (bound, count) =>
                {
                    var values = Methods.WithOneAt(bound, 1, 30, count, Streams, "m6");
                    values.Min().ShouldBe(bound);
                    values.Count(value => value == bound).ShouldBe(1);
                }
            );

    [Fact]
    public void M7_every_subject_has_a_record() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[0, 60])
            .Sample((subjects, more) => Methods.SubjectsOf(subjects + more, subjects, Streams, "m7").Distinct().Count().ShouldBe(subjects));

    [Fact]
    public void M8_the_change_is_printed_as_the_target()
    {
        var (now, before) = Methods.PartsWithChange(new Fraction(9726, 100), new Fraction(90, 100), 2, 62_318, 60_500);
        (new Fraction(100 * now, 62_318) - new Fraction(100 * before, 60_500)).Round(2).ShouldBe(new Fraction(90, 100));
    }

    [Fact]
    public void M9_a_smaller_set_lies_in_the_larger() =>
        Gen.Select(Gen.Int[0, 80], Gen.Int[0, 80])
            .Sample(
                (one, other) =>
                {
                    var sets = Methods.Nested([.. Enumerable.Range(0, 80)], [Math.Max(one, other), Math.Min(one, other)], Streams, "m9");
                    sets[1].ShouldBeSubsetOf(sets[0]);
                }
            );

    [Fact]
    public void A_number_depends_on_seed_stream_and_place_and_on_nothing_else()
    {
        Streams.At("a", 1).ShouldBe(new Streams(42).At("a", 1));
        new[] { Streams.At("a", 1), Streams.At("a", 2), Streams.At("b", 1), new Streams(43).At("a", 1) }.ShouldBeUnique();
    }
}
