using CountyHall.Kernel.Law;
using CountyHall.Trading.Documents;
using CountyHall.Trading.Projects;
using static CountyHall.Trading.Rules.TenderDesk;

namespace CountyHall.Trading.Rules.Chapters;

/// <summary>Implementing Regulation art. 32 and what a document must hold. The faulty clauses are made up.</summary>
public class Checking_a_document
{
    private static readonly LotFigures[] Lots = [new("E3304210001000001001001", 12_000_000_00, 11_800_000_00, 240_000_00)];

    [Fact]
    public void The_model_document_has_no_finding() =>
        DocumentCheck.Of(Model(), TenderKind.Works, Lots).Select(f => $"{f.Rule} {f.Anchor} {f.Found}").ShouldBeEmpty();

    [Theory]
    [InlineData("ZT32-1a", "招标人将分别组织投标人踏勘现场。")]
    [InlineData("ZT32-1b", "补充图纸另行通知部分投标人。")]
    [InlineData("ZT32-2a", "投标人注册资本金不低于5000万元。")]
    [InlineData("ZT32-2a", "企业注册资金须达到3000万元")]
    [InlineData("ZT32-2b", "投标人成立时间满五年。")]
    [InlineData("ZT32-2b", "企业经营年限不少于3年")]
    [InlineData("ZT32-2c", "企业从业人员不少于200人。")]
    [InlineData("ZT32-2d", "近三年年均营业收入不低于2亿元。")]
    [InlineData("ZT32-2d", "上年度纳税额达到500万元")]
    [InlineData("ZT32-2e", "办公场所面积不少于1000平方米")]
    [InlineData("ZT32-2f", "开标时法定代表人必须亲自到场")]
    [InlineData("ZT32-2g", "投标人须经招标人考察合格后方可投标")]
    [InlineData("ZT32-2h", "投标人应为省建筑业协会会员单位")]
    [InlineData("ZT32-2i", "具有AAA级信用等级证书的得3分")]
    [InlineData("ZT32-2j", "投标人须携带资料到交易中心现场报名")]
    [InlineData("ZT32-3a", "近三年具有本省同类工程业绩，每项得2分")]
    [InlineData("ZT32-3a", "获得过嘉善县建设工程奖项的加1分")]
    [InlineData("ZT32-3b", "业绩限于浙江省内")]
    [InlineData("ZT32-3c", "具有教育系统项目经验的得2分")]
    [InlineData("ZT32-3d", "获钱江杯的每项加2分")]
    [InlineData("ZT32-4a", "本县企业在同等条件下优先")]
    [InlineData("ZT32-4b", "外地企业须在开标前办理登记")]
    [InlineData("ZT32-4c", "曾与招标人合作过的，得3分")]
    [InlineData("ZT32-4d", "原承包单位优先中标")]
    [InlineData("ZT32-4e", "其余5分由评委自行打分")]
    [InlineData("ZT32-5a", "电缆必须采用甲品牌")]
    [InlineData("ZT32-5a", "水泵指定厂家供货")]
    [InlineData("ZT32-5b", "品牌：某某电气")]
    [InlineData("ZT32-5c", "空调主机应为原装进口")]
    [InlineData("ZT32-5d", "投标时提供原厂授权书")]
    [InlineData("ZT32-5e", "采用独家供应的防水材料")]
    [InlineData("ZT32-6a", "投标人须为国有企业")]
    [InlineData("ZT32-6b", "上市公司加2分")]
    [InlineData("ZT32-6c", "不接受民营企业投标")]
    [InlineData("ZT32-7a", "投标人应在本县设有分公司")]
    [InlineData("ZT32-7b", "投标人注册地须在浙江省")]
    [InlineData("ZT32-7c", "投标人须已入本县承包商名录")]
    [InlineData("ZT32-7d", "项目负责人须提供本地缴纳社保证明")]
    [InlineData("ZT32-7e", "投标保证金只收现金")]
    [InlineData("ZT32-7f", "本项目不接受银行保函")]
    [InlineData("ZT27", "投标报价低于最低投标限价的作废标处理")]
    [InlineData("ZT16", "领取图纸时缴纳图纸押金2000元")]
    [InlineData("ZB18", "优先考虑熟悉场地的投标人")]
    [Trait("Rule", "TR-3.2")]
    public void A_clause_that_keeps_bidders_out_is_found(string rule, string clause)
    {
        var found = DocumentCheck.Of(With(Model(), "announcement.qualification", clause), TenderKind.Works, Lots);
        var hit = found.FirstOrDefault(f => f.Rule == rule).ShouldNotBeNull();
        hit.Weight.ShouldBe(FindingWeight.Look);
        hit.Anchor.ShouldBe("announcement.qualification");
        clause.ShouldContain(hit.Found);
        hit.Better.Zh.ShouldNotBeNullOrWhiteSpace();
        hit.Basis.Article.ShouldNotBeNullOrWhiteSpace();
    }

    [Theory]
    [InlineData("不得要求投标人注册资本不低于一定数额。")]
    [InlineData("招标人不以本县业绩作为评标加分条件。")]
    [InlineData("品牌：甲牌或相当于")]
    [InlineData("投标人应具有市政公用工程施工总承包二级及以上资质。")]
    [InlineData("近5年完成过单项合同1000万元以上的同类工程。")]
    [InlineData("响应时间不超过2小时。")]
    [InlineData("对投标人没有所有制形式的要求。")]
    public void A_fair_clause_is_not_found(string clause) =>
        RestrictingTerms.In(clause).Select(h => $"{h.Term.Id} {h.Words}").ShouldBeEmpty();

    [Fact]
    public void A_scoring_item_is_read_as_well()
    {
        var model = Model();
        var unfair = model with
        {
            Scores = [.. model.Scores.Select(s => s.Id == "records" ? s with { Standard = "本市业绩每项得2分" } : s)],
        };
        DocumentCheck.Of(unfair, TenderKind.Works, Lots).ShouldHaveSingleItem().Anchor.ShouldBe("score:records");
    }

    [Fact]
    public void Each_term_of_the_list_has_a_faulty_clause_in_this_chapter()
    {
        var tried = typeof(Checking_a_document)
            .GetMethod(nameof(A_clause_that_keeps_bidders_out_is_found))!
            .GetCustomAttributes(typeof(InlineDataAttribute), false)
            .Cast<InlineDataAttribute>()
            .Select(a => (string)a.Data[0]!)
            .ToHashSet();
        RestrictingTerms.All.Select(t => t.Id).Except(tried).ShouldBeEmpty();
        RestrictingTerms.All.Select(t => t.Id).ShouldBeUnique();
    }

    [Fact]
    public void What_every_document_must_hold_is_missed()
    {
        foreach (var required in DocumentCheck.Required)
        {
            var model = Model();
            var without = model with { Clauses = [.. model.Clauses.Where(c => c.Id != required.Id)] };
            var found = DocumentCheck.Of(without, TenderKind.Works, Lots).ShouldHaveSingleItem();
            (found.Anchor, found.Weight).ShouldBe((required.Id, FindingWeight.Must));
        }
        var services = Model() with { Clauses = [.. Model().Clauses.Where(c => c.Chapter != Chapter.Bill)] };
        DocumentCheck.Of(services, TenderKind.Services, Lots).ShouldBeEmpty();
        DocumentCheck.Of(Model() with { OpeningSheet = [] }, TenderKind.Works, Lots).ShouldHaveSingleItem().Rule.ShouldBe("ZB36");
    }

    [Theory]
    [InlineData("联系电话【请填写】。")]
    [InlineData("联系电话____。")]
    [InlineData("建设地点{place}。")]
    public void A_blank_that_nobody_filled_in_is_found(string text) =>
        DocumentCheck
            .Of(With(Model(), "announcement.contact", text), TenderKind.Works, Lots)
            .ShouldHaveSingleItem()
            .Weight.ShouldBe(FindingWeight.Must);

    [Theory]
    [InlineData(60, true)]
    [InlineData(59, false)]
    [InlineData(61, false)]
    public void The_points_add_up_to_a_hundred(int price, bool right)
    {
        var model = Model();
        var scores = model with { Scores = [.. model.Scores.Select(s => s.Id == "price" ? s with { Weight = price } : s)] };
        DocumentCheck.Of(scores, TenderKind.Works, Lots).Count.ShouldBe(right ? 0 : 1);
        // The lowest price is found without points.
        DocumentCheck.Of(scores with { Method = EvaluationKind.LowestEvaluatedPrice }, TenderKind.Works, Lots).ShouldBeEmpty();
    }

    [Fact]
    public void A_scoring_item_without_a_standard_and_a_table_without_the_price_are_found()
    {
        var model = Model();
        var blank = model with { Scores = [.. model.Scores.Select(s => s.Id == "team" ? s with { Standard = " " } : s)] };
        DocumentCheck.Of(blank, TenderKind.Works, Lots).ShouldHaveSingleItem().Anchor.ShouldBe("score:team");
        var unpriced = model with { Scores = [.. model.Scores.Select(s => s with { Part = ScorePart.Technical })] };
        DocumentCheck.Of(unpriced, TenderKind.Works, Lots).ShouldHaveSingleItem().Anchor.ShouldBe("scores");
    }

    [Theory]
    [Trait("Rule", "TR-3.3")]
    [InlineData("TR-3.3", "招标文件发售期为5日。", false)]
    [InlineData("TR-3.3", "招标文件发售期为4日。", true)]
    [InlineData("TR-3.3", "招标文件获取时间为三天", true)]
    [InlineData("TR-3.7", "自招标文件发出之日起至投标截止之日为20日", false)]
    [InlineData("TR-3.7", "自招标文件发出之日起至投标截止之日为19日", true)]
    [InlineData("TR-3.7", "自招标文件发出之日起至投标截止之日为十五日", true)]
    [InlineData("TR-3.8", "招标人可以修改招标文件，在投标截止时间15日前发布", false)]
    [InlineData("TR-3.8", "招标人可以修改招标文件，在投标截止时间14日前发布", true)]
    [InlineData("TR-3.9", "对招标文件的异议在投标截止时间10日前提出", false)]
    [InlineData("TR-3.9", "对招标文件的异议在投标截止时间11日前提出", true)] // it would take a day from the objector
    [InlineData("TR-3.10", "招标人收到异议后3日内答复", false)]
    [InlineData("TR-3.10", "招标人收到异议后4日内答复", true)]
    [InlineData("TR-3.29", "中标候选人公示期为3日", false)]
    [InlineData("TR-3.29", "中标候选人公示期为2日", true)]
    [InlineData("TR-3.34", "中标通知书发出之日起30日内订立合同", false)]
    [InlineData("TR-3.34", "中标通知书发出之日起31日内订立合同", true)]
    [InlineData("TR-3.36", "履约保证金为中标合同金额的10%", false)]
    [InlineData("TR-3.36", "履约保证金为中标合同金额的10.5%", true)]
    [InlineData("TR-3.12", "投标保证金为估算价的2%", false)]
    [InlineData("TR-3.12", "投标保证金为估算价的2.5%", true)]
    public void A_number_on_the_wrong_side_of_the_law_is_found_in_the_words(string rule, string text, bool wrong)
    {
        var found = DocumentCheck.Of(With(Model(), "instructions.award", text), TenderKind.Works, Lots);
        if (wrong)
        {
            var hit = found.ShouldHaveSingleItem();
            (hit.Rule, hit.Weight, hit.Anchor).ShouldBe((rule, FindingWeight.Must, "instructions.award"));
        }
        else
            found.ShouldBeEmpty();
    }

    [Theory]
    [Trait("Rule", "TR-3.7")]
    [InlineData(5, 20, 90, "")]
    [InlineData(4, 20, 90, "TR-3.3")]
    [InlineData(5, 19, 90, "TR-3.7")]
    [InlineData(5, 20, 0, "TR-3.44")]
    public void The_numbers_of_the_document_are_checked(int documents, int bids, int validity, string rule)
    {
        var model = Model();
        var terms = model.Terms with { DocumentDays = documents, BidDays = bids, Validity = validity };
        DocumentCheck.Of(model with { Terms = terms }, TenderKind.Works, Lots).Select(f => f.Rule).ShouldBe(rule.Length == 0 ? [] : [rule]);
    }

    [Theory]
    [Trait("Rule", "TR-3.12")]
    [InlineData(12_000_000_00, 240_000_00, "")]
    [InlineData(12_000_000_00, 240_000_01, "TR-3.12")]
    [InlineData(100_000_000_00, 800_000_00, "")]
    [InlineData(100_000_000_00, 800_000_01, "TR-3.13")]
    [InlineData(12_345_67, 246_91, "")] // 2 % are 246.9134 yuan
    [InlineData(12_345_67, 246_92, "TR-3.12")]
    public void A_security_above_two_percent_or_eight_hundred_thousand_is_found(long estimate, long security, string rule) =>
        DocumentCheck
            .Of(Model(), TenderKind.Works, [new("E3304210001000001001001", estimate, null, security)])
            .Select(f => f.Rule)
            .ShouldBe(rule.Length == 0 ? [] : [rule]);

    [Fact]
    public void A_number_of_the_check_is_the_number_of_the_rulebook() =>
        DocumentCheck
            .Of(Model() with { Terms = Model().Terms with { BidDays = 1 } }, TenderKind.Works, Lots)
            .ShouldHaveSingleItem()
            .Basis.ShouldBe(Rulebook.BidPeriod.Basis);

    private static DocumentContent With(DocumentContent model, string clause, string text) => model.With([new(clause, text)]);
}
