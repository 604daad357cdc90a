using CountyHall.Trading.Similarity;
using static CountyHall.Trading.Rules.Similarity.InventedField;

namespace CountyHall.Trading.Rules.Similarity;

/// <summary>Regulation on the Bidding Law art. 40(1), (2): traces of files and machines. Everything in these tests is invented.</summary>
public class Similarity_of_files_and_machines
{
    [Theory]
    [InlineData("F4-1E-AB-01-02-03", true)]
    [InlineData("3c:e1:44:bd:1e:b7", false)] // the centre's terminal, written another way
    [InlineData("00-50-56-C0-00-01", false)] // VMware
    [InlineData("08-00-27-11-22-33", false)] // VirtualBox
    [InlineData("00-15-5D-01-02-03", false)] // Hyper-V
    [InlineData("00-00-00-00-00-00", false)]
    public void A_network_adapter_is_shared_unless_it_is_public_or_virtual(string mac, bool found)
    {
        var machine = new MachineFacts(mac, null, null, null, null, null);
        Codes(Bid(1) with { Machine = machine }, Bid(2) with { Machine = machine }).ShouldBe(found ? ["B001 B002 env.mac"] : []);
    }

    [Theory]
    [InlineData("WD-76026AD261", true)]
    [InlineData("ST-1B7F96AD0", false)]
    [InlineData("To be filled by O.E.M.", false)]
    [InlineData("Default string", false)]
    [InlineData("0000_0000_0000", false)]
    public void A_disk_is_shared_unless_its_number_is_none(string serial, bool found)
    {
        var machine = new MachineFacts(null, serial, null, null, null, null);
        Codes(Bid(1) with { Machine = machine }, Bid(2) with { Machine = machine }).ShouldBe(found ? ["B001 B002 env.disk"] : []);
    }

    [Theory]
    [InlineData("PB40671193", true)]
    [InlineData("PB00000000", false)]
    public void A_number_of_noughts_is_no_locks(string number, bool found)
    {
        var machine = new MachineFacts(null, null, null, number, null, null);
        Codes(Bid(1) with { Machine = machine }, Bid(2) with { Machine = machine }).ShouldBe(found ? ["B001 B002 env.pricing_lock"] : []);
    }

    [Fact]
    public void Locks_are_shared() =>
        Codes(
                Bid(1) with
                {
                    Machine = new MachineFacts(null, null, "CA8706884981", "PB15362703", null, null),
                },
                Bid(2) with
                {
                    Machine = new MachineFacts(null, null, "CA8706884981", "PB15362703", null, null),
                }
            )
            .ShouldBe(["B001 B002 env.ca_lock", "B001 B002 env.pricing_lock"], ignoreOrder: true);

    [Theory]
    [InlineData("183.63.153.240", 4, true)]
    [InlineData("183.63.153.240", 600, false)] // a carrier's address, hours apart
    [InlineData("10.33.15.213", 4, false)] // the terminal
    [InlineData("100.64.1.2", 4, false)] // RFC 6598
    public void One_address_within_one_sitting_is_shared(string ip, int minutes, bool found)
    {
        var at = new DateTimeOffset(2020, 2, 17, 14, 19, 1, TimeSpan.FromHours(8));
        Codes(
                Bid(1) with
                {
                    Machine = new MachineFacts(null, null, null, null, ip, at),
                },
                Bid(2) with
                {
                    Machine = new MachineFacts(null, null, null, null, ip, at.AddMinutes(minutes)),
                }
            )
            .ShouldBe(found ? ["B001 B002 env.ip_time"] : []);
    }

    [Theory]
    [InlineData("魏永某", true)]
    [InlineData("邓某", false)] // the form's author
    [InlineData("Administrator", false)]
    [InlineData("微软用户", false)]
    [InlineData("WPS", false)]
    public void An_author_is_shared_unless_everybody_has_him(string author, bool found) =>
        Codes(
                Bid(1) with
                {
                    Traces = new DocumentTraces { Author = author },
                },
                Bid(2) with
                {
                    Traces = new DocumentTraces { Author = author },
                }
            )
            .ShouldBe(found ? ["B001 B002 meta.author"] : []);

    [Theory]
    [InlineData("无名打字社", true)]
    [InlineData("Microsoft China", false)]
    [InlineData("P R C", false)] // systems come installed with it
    [InlineData("Hewlett-Packard Company", false)]
    public void A_company_is_shared_unless_software_puts_it_in(string company, bool found)
    {
        var traces = new DocumentTraces { Company = company };
        Codes(Bid(1) with { Traces = traces }, Bid(2) with { Traces = traces }).ShouldBe(found ? ["B001 B002 meta.company"] : []);
    }

    [Fact]
    public void What_the_bid_form_left_in_the_files_is_nobodys()
    {
        var traces = new DocumentTraces
        {
            Created = Field.Template!.Created,
            RevisionIds = Field.Template.RevisionIds,
            Pictures = Field.Template.Pictures,
        };
        Codes(Bid(1) with { Traces = traces }, Bid(2) with { Traces = traces }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(2, 3, false, true)]
    [InlineData(3, 8, false, false)] // more than a third of the field
    [InlineData(3, 9, false, true)]
    [InlineData(3, 8, true, true)]
    public void A_picture_that_more_than_a_third_of_the_field_has_counts_for_those_whom_something_else_ties(
        int holders,
        int field,
        bool areTied,
        bool told
    )
    {
        var traces = new DocumentTraces { Pictures = new HashSet<string> { "AA" } };
        var machine = new MachineFacts("F4-1E-AB-01-02-03", null, null, null, null, null);
        var bids = Enumerable
            .Range(1, field)
            .Select(n => Bid(n) with { Traces = n <= holders ? traces : null, Machine = areTied && n <= 2 ? machine : null })
            .ToList();
        Codes(Field with { Bids = bids }).Contains("B001 B002 meta.image").ShouldBe(told);
    }

    [Fact]
    public void Other_traces_are_shared()
    {
        var traces = new DocumentTraces
        {
            LastModifiedBy = "阎某",
            Company = "无名设计工作室",
            Created = new DateTimeOffset(2020, 2, 1, 4, 51, 0, TimeSpan.Zero),
            RevisionIds = new HashSet<string> { "00111111", "00222222" },
            Pictures = new HashSet<string> { "AA" },
        };
        Codes(Bid(1) with { Traces = traces }, Bid(2) with { Traces = traces })
            .ShouldBe(
                [
                    "B001 B002 meta.company",
                    "B001 B002 meta.created",
                    "B001 B002 meta.image",
                    "B001 B002 meta.last_modified_by",
                    "B001 B002 meta.rsid",
                ],
                ignoreOrder: true
            );
    }
}
