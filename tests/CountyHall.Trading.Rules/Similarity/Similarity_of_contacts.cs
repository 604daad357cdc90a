using CountyHall.Trading.Similarity;
using static CountyHall.Trading.Rules.Similarity.InventedField;

namespace CountyHall.Trading.Rules.Similarity;

/// <summary>Regulation on the Bidding Law art. 40(2), (3), (6): contacts, persons, accounts and addresses. Everything in these tests is invented.</summary>
public class Similarity_of_contacts
{
    [Fact]
    public void A_security_from_the_same_account_is_a_ground_whoever_it_names()
    {
        var payer = new PayerOfSecurity("浙江第1建设有限公司", "3305059721728885338");
        Codes(Bid(1) with { Payer = payer }, Bid(2) with { Payer = payer }).ShouldBe(["B001 B002 id.bank"]);
        Codes(Bid(1), Bid(2) with { Payer = payer with { Account = null } }).ShouldBe(["B001 B002 id.bank"]);
    }

    [Theory]
    [InlineData("退还保证金请转入账户 3305 0597 2172 8885 338。\n", null, "id.bank")]
    [InlineData("本单位设在嘉兴市中山路 946号，可现场踏勘。\n", null, "id.address")]
    [InlineData("退还保证金请转入账户 3305 0597 2172 8885 338。\n", "账号3305059721728885338", null)] // another firm had it before
    public void Ones_account_and_address_in_the_others_text_are_told(string text, string? earlier, string? code)
    {
        var one = Bid(1) with
        {
            Payer = new PayerOfSecurity("浙江第1建设有限公司", "3305059721728885338"),
            Contact = new ContactOfBidder(null, null, null, null, "嘉兴市中山路946号"),
        };
        Codes(Field with { Bids = [one, Bid(2) with { Text = text }, Bid(3)] }, new EarlierBid("H1", "嘉兴第9建设有限公司", earlier ?? ""))
            .ShouldBe(code is null ? [] : [$"B001 B002 {code}"]);
    }

    [Fact]
    public void Contacts_and_addresses_are_shared()
    {
        var contact = new ContactOfBidder(null, "17744300000", null, "a1@example.com", "嘉兴市中山路946号");
        Codes(Bid(1) with { Contact = contact }, Bid(2) with { Contact = contact })
            .ShouldBe(["B001 B002 id.address", "B001 B002 id.email", "B001 B002 id.phone"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("浙江省 嘉兴市中山路946号", true)]
    [InlineData("嘉兴市中山路946号二楼东侧", true)] // another floor of the same house
    [InlineData("嘉兴市中山路947号", false)]
    public void An_address_is_the_same_with_and_without_its_province_and_its_floor(string address, bool same)
    {
        ComparedBid At(int n, string at) => Bid(n) with { Contact = new ContactOfBidder(null, null, null, null, at) };
        Codes(At(1, "嘉兴市中山路946号"), At(2, address)).ShouldBe(same ? ["B001 B002 id.address"] : []);
    }

    [Fact]
    public void The_agents_telephone_and_a_suppliers_are_nobodys()
    {
        const string text =
            "招标代理机构联系人邓某，电话0573-84087660。\n防水材料由无名防水科技有限公司供应，服务热线400-564-7069，手机13812345678。\n";
        Codes(Bid(1) with { Text = text }, Bid(2) with { Text = text }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("联系电话 138-1234-5678，座机（0573） 8408 7661，电子邮箱 A1@Example.com，地址：嘉兴市中山路 946号")]
    [InlineData("联系电话 138 1234 5678，座机0573－84087661，电子邮箱 a1＠example.com，地址：嘉兴市中山路９４６号")]
    public void A_number_is_the_same_however_it_is_parted_and_written(string earlier)
    {
        var contact = new ContactOfBidder(null, "13812345678", "0573-84087661", "a1@example.com", "嘉兴市中山路946号");
        ComparedBid[] bids = [Bid(1) with { Contact = contact }, Bid(2) with { Contact = contact }, Bid(3)];
        // In an earlier bid of another firm and in the tender it explains, in the other's papers it is told.
        Codes(Field with { Bids = bids }, new EarlierBid("H1", "嘉兴第9建设有限公司", earlier)).ShouldBeEmpty();
        Codes(Field with { Bids = bids, Text = earlier }).ShouldBeEmpty();
        Codes(bids[0], Bid(2) with { Text = $"{earlier}。\n" })
            .ShouldBe(["B001 B002 id.address", "B001 B002 id.email", "B001 B002 id.phone"], ignoreOrder: true);
    }

    [Fact]
    public void A_person_is_shared_by_number_and_not_by_name()
    {
        Codes(
                Bid(1) with
                {
                    Text = "质量员\t谢某某\t330421197413256691\t工程师\n",
                },
                Bid(2) with
                {
                    Text = "安全员\t谢某某\t330421197413256691\t工程师\n",
                }
            )
            .ShouldBe(["B001 B002 id.staff"]);
        Codes(
                Bid(1) with
                {
                    Text = "质量员\t谢某某\t330421197413256691\t工程师\n",
                },
                Bid(2) with
                {
                    Text = "安全员\t谢某某\t330421198813120011\t工程师\n",
                }
            )
            .ShouldBeEmpty();
    }

    [Fact]
    public void A_persons_number_is_the_same_however_it_is_parted_and_written() =>
        Codes(
                Bid(1) with
                {
                    Text = "质量员\t谢某某\t33042119741325669X\t工程师\n",
                },
                Bid(2) with
                {
                    Text = "安全员\t谢某某\t330421 19741325 669x\t工程师\n",
                }
            )
            .ShouldBe(["B001 B002 id.staff"]);

    [Theory]
    [InlineData("浙江第1建设有限公司", true)]
    [InlineData("浙江第3建设有限公司", false)] // a bidder here that does not hold the number is a third firm too
    [InlineData("嘉兴第9建设有限公司", false)]
    [InlineData(null, false)]
    public void A_persons_number_in_earlier_bids_is_explained_by_those_of_third_firms(string? firm, bool told)
    {
        const string staff = "质量员\t谢某某\t330421197413256691\t工程师\n";
        Codes(Field with { Bids = [Bid(1) with { Text = staff }, Bid(2) with { Text = staff }, Bid(3)] }, new EarlierBid("H1", firm, staff))
            .ShouldBe(told ? ["B001 B002 id.staff"] : []);
    }

    [Fact]
    public void One_bidders_representative_in_the_others_papers_is_told() =>
        Codes(Bid(1) with { LegalRepresentative = "白某雨" }, Bid(2) with { Text = "授权代表：白某雨，负责本次投标。\n" })
            .ShouldBe(["B001 B002 id.legal"]);

    [Theory]
    [InlineData("白雨", "授权委托书由法定代表人白雨签署。\n", null, true)]
    [InlineData("白雨", "授权委托书：本人白雨系某公司的法定代表人。\n", null, true)]
    [InlineData("白雨", "授权委托书由法定代表人白雨佳签署。\n", null, false)] // another's name begins so
    [InlineData("白雨", "", "白雨", true)]
    [InlineData("白某", "", "白某", false)] // stands for any
    public void A_representatives_name_of_two_characters_is_told_where_it_stands_whole(string name, string text, string? contact, bool told)
    {
        var other = Bid(2) with { Text = text, Contact = new ContactOfBidder(contact, null, null, null, null) };
        Codes(Bid(1) with { LegalRepresentative = name }, other).ShouldBe(told ? ["B001 B002 id.legal"] : []);
    }
}
