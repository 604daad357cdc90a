using CountyHall.Trading.Securities;

namespace CountyHall.Trading.Rules.Securities;

/// <summary>The file of the bank: taken whole or not at all, and what is wrong is named by its row.</summary>
public class The_bank_file
{
    private const string Head = "对账单,6200 3304 2199 0001,2026-11-24,1000.00,201000.00";
    private const string Line = "S1,2026-11-24 09:30:00,收,200000.00,9123456789012345,浙江示例恒筑建设有限公司,620033042105110001,保证金";

    private static Result<StatementFile> Read(params string[] lines) =>
        StatementFile.Read(string.Join("\r\n", [Head, StatementFile.Heads, .. lines]));

    private static IReadOnlyList<Words> Wrong(params string[] lines) =>
        Read(lines).ShouldBeOfType<Result<StatementFile>.Refused>().Why.ShouldBeOfType<StatementFileWrong>().Rows;

    [Fact]
    public void A_right_file_reads_to_the_fen_and_the_second()
    {
        var file = Read(Line, "").ShouldBeOfType<Result<StatementFile>.Done>().Value;
        file.Opening.ShouldBe(1_000_00);
        file.Flow.ShouldBe(200_000_00);
        var line = file.Lines.ShouldHaveSingleItem();
        line.BookedAt.ShouldBe(new DateTime(2026, 11, 24, 1, 30, 0, DateTimeKind.Utc));
        line.Amount.ShouldBe(200_000_00);
        line.Flow.ShouldBe(Flow.In);
    }

    [Fact]
    public void A_cell_with_a_comma_stands_in_quotes() =>
        Read(Line.Replace("保证金", "\"一标段, \"\"保证金\"\"\""))
            .ShouldBeOfType<Result<StatementFile>.Done>()
            .Value.Lines[0]
            .Remark.ShouldBe("一标段, \"保证金\"");

    [Theory]
    [InlineData("200000.00", "200000.001", "金额")]
    [InlineData("200000.00", "0", "金额")]
    [InlineData("200000.00", "-5", "金额")]
    [InlineData("2026-11-24 09:30:00", "2026-11-25 09:30:00", "当日")]
    [InlineData("2026-11-24 09:30:00", "09:30", "入账时间")]
    [InlineData(",收,", ",入,", "收付")]
    [InlineData("S1,", ",", "流水号")]
    [InlineData("620033042105110001", "", "对方账号")]
    [InlineData(",保证金", "", "8 列")]
    public void Whatever_is_wrong_is_named_by_its_row(string right, string wrong, string word)
    {
        var error = Wrong(Line.Replace("S1", "S0"), Line.Replace(right, wrong)).ShouldHaveSingleItem();
        error.Zh.ShouldStartWith("第 4 行");
        error.Zh.ShouldContain(word);
    }

    [Fact]
    public void A_serial_that_stands_twice_is_named() => Wrong(Line, Line)[0].Zh.ShouldContain("与第 3 行重复");

    [Fact]
    public void A_file_without_its_heads_is_refused()
    {
        StatementFile.Read("").ShouldBeOfType<Result<StatementFile>.Refused>();
        StatementFile.Read($"{Head}\n{Line}").ShouldBeOfType<Result<StatementFile>.Refused>();
        StatementFile.Read($"对账单,1,2026-11-24,0,0\n{StatementFile.Heads}").ShouldBeOfType<Result<StatementFile>.Refused>();
    }

    [Theory]
    [InlineData(0, 200, 0, 200, 200, Discrepancy.None)]
    [InlineData(0, 200, 50, 250, 200, Discrepancy.OpeningDiffers)]
    [InlineData(0, 200, 0, 201, 200, Discrepancy.LinesDoNotAddUp)]
    [InlineData(0, 150, 0, 200, 200, Discrepancy.LedgerDiffers)]
    [Trait("Rule", "TR-12.6")]
    public void A_day_agrees_to_the_fen_or_the_difference_has_a_name(
        long before,
        long ledger,
        long opening,
        long closing,
        long flow,
        Discrepancy named
    ) => Reconciliation.Compare(before, ledger, opening, closing, flow).ShouldBe(named);
}
