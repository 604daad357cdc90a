using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CountyHall.Trading.Documents;
using CountyHall.Trading.Notices;
using CountyHall.Trading.Opening;
using CountyHall.Trading.Projects;

namespace CountyHall.Trading.OpenData;

/// <summary>An OCDS 1.1 release out of what is public: every release holds all of it, so the newest alone tells where a process stands.</summary>
public static class ReleaseWriter
{
    private static readonly JsonWriterOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The tags of the release that a notice brings about.</summary>
    public static IReadOnlyList<string> TagsOf(NoticeKind kind, bool amends) =>
        kind switch
        {
            NoticeKind.TenderAnnouncement => ["planning", "tender"],
            NoticeKind.Clarification when amends => ["tenderAmendment"],
            NoticeKind.Termination => ["tenderCancellation"],
            NoticeKind.Candidates => ["award"],
            NoticeKind.Result => ["awardUpdate"],
            NoticeKind.Contract => ["contract"],
            NoticeKind.Performance => ["implementation"],
            _ => ["tenderUpdate"],
        };

    public static IReadOnlyList<string> TagsOf(PublicProcess process, Notice notice) =>
        TagsOf(notice.Kind, process.Documents.Any(d => d.ByNotice == notice.Number));

    /// <summary>UTF-8 JSON.</summary>
    public static byte[] Write(PublicProcess process, Notice notice, OpenDataSettings settings)
    {
        var buffer = new ArrayBufferWriter<byte>(8192);
        using (var json = new Utf8JsonWriter(buffer, Written))
            new Writing(process, notice, settings, json).Release();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>SHA-256 of a notice's contents: heading and text of each section, a line each, UTF-8; lowercase hex.</summary>
    public static string HashOf(Notice notice) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(notice.Sections.Select(s => $"{s.Heading.Zh}\n{s.Text}\n"))))
        );

    /// <summary>SHA-256 of a version of the documents: its clauses in order, a line each, UTF-8; lowercase hex.</summary>
    public static string HashOf(TenderDocument document) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(document.Content.Clauses.Select(c => $"{c.Id}\n{c.Heading}\n{c.Text}\n"))))
        );

    private sealed class Writing(PublicProcess of, Notice notice, OpenDataSettings settings, Utf8JsonWriter json)
    {
        private Tender Tender => of.Tender;

        public void Release()
        {
            json.WriteStartObject();
            json.WriteString("ocid", settings.Ocid(Tender.Number));
            json.WriteString("id", notice.Number);
            json.WriteString("date", Instant(notice.PublishedAt));
            Texts("tag", TagsOf(of, notice));
            json.WriteString("initiationType", "tender");
            json.WriteString("language", "zh");
            json.WriteString("title", Tender.NameZh);
            json.WriteString("title_en", Tender.NameEn);
            Parties();
            Reference("buyer", of.Parties[Tender.Entity]);
            Planning();
            TheTender();
            Bids();
            Awards();
            Contracts();
            Related();
            json.WriteEndObject();
        }

        private void Parties()
        {
            var roles = new OrderedDictionary<long, List<string>> { [Tender.Entity] = ["buyer"] };
            Add(Tender.Agency ?? Tender.Entity, "procuringEntity");
            foreach (var bid in of.Bids)
                Add(bid.Bidder, "tenderer");
            foreach (var supplier in of.Awards.Where(a => a.Status != "pending").SelectMany(a => a.Suppliers))
                Add(supplier, "supplier");
            json.WriteStartArray("parties");
            foreach (var (id, plays) in roles)
            {
                var party = of.Parties[id];
                json.WriteStartObject();
                json.WriteString("id", party.Id);
                json.WriteString("name", party.Name);
                if (party.Uscc is { } code)
                {
                    json.WriteStartObject("identifier");
                    json.WriteString("scheme", PublicParty.Scheme);
                    json.WriteString("id", code);
                    json.WriteString("legalName", party.Name);
                    json.WriteEndObject();
                }
                Texts("roles", plays);
                json.WriteEndObject();
            }
            json.WriteStartObject();
            json.WriteString("id", $"department-{Tender.SupervisingDepartment}");
            json.WriteString("name", of.Department);
            Texts("roles", ["reviewBody"]);
            json.WriteEndObject();
            json.WriteEndArray();

            void Add(long id, string role)
            {
                if (!roles.TryGetValue(id, out var plays))
                    roles[id] = plays = [];
                if (!plays.Contains(role))
                    plays.Add(role);
            }
        }

        private void Planning()
        {
            json.WriteStartObject("planning");
            json.WriteStartObject("budget");
            json.WriteString("id", of.Project.Number);
            if (of.IsAnnounced)
                json.WriteString("description", $"{ModelDocument.FundsOf(of.Project.Funds)}，占总投资 {of.Project.PublicShare}%");
            json.WriteString("project", of.Project.NameZh);
            json.WriteString("projectID", of.Project.Number);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        private void TheTender()
        {
            json.WriteStartObject("tender");
            json.WriteString("id", Tender.Number);
            json.WriteString("title", Tender.NameZh);
            json.WriteString("status", StatusOf(of, notice.PublishedAt));
            if (Tender.Stage is Terminated { Reason: var reason } && Tender.Stage.At <= notice.PublishedAt)
                json.WriteString("description", $"终止招标：{reason}");
            Reference("procuringEntity", of.Parties[Tender.Agency ?? Tender.Entity]);
            json.WriteString(
                "mainProcurementCategory",
                Tender.Kind switch
                {
                    TenderKind.Works => "works",
                    TenderKind.Goods => "goods",
                    _ => "services",
                }
            );
            json.WriteString("procurementMethod", Tender.Method == TenderMethod.Open ? "open" : "limited");
            json.WriteString("procurementMethodDetails", Tender.Method == TenderMethod.Open ? "公开招标" : "邀请招标");
            if (of.IsAnnounced)
                Announced();
            TheDocuments();
            Amendments();
            json.WriteEndObject();
        }

        private void Announced()
        {
            Texts("submissionMethod", ["electronicSubmission"]);
            if (of.Documents is [.., var newest])
            {
                json.WriteString("awardCriteria", newest.Content.Method == EvaluationKind.Comprehensive ? "ratedCriteria" : "priceOnly");
                json.WriteString("awardCriteriaDetails", DocumentWords.Of(newest.Content.Method).Zh);
                if (newest.Content.Find("announcement.qualification") is { } qualification)
                    json.WriteString("eligibilityCriteria", qualification.Text.Trim());
            }
            Amount("value", of.Lots.Sum(l => l.Estimate));
            if (of.Times is { } times)
            {
                Period("tenderPeriod", times.DocumentsFrom, times.BidDeadline);
                EnquiryPeriod(times);
                json.WriteStartObject("bidOpening");
                json.WriteString("date", Instant(times.BidDeadline));
                json.WriteEndObject();
                json.WriteStartArray("milestones");
                Milestone("documents", "招标文件获取截止", "engagement", times.DocumentsTo);
                Milestone("opening", "投标截止和开标", "assessment", times.BidDeadline);
                json.WriteEndArray();
            }
            json.WriteBoolean("hasEnquiries", of.Enquiries.Count > 0);
            Enquiries();
            if (of.IsOpened)
            {
                var bidders = of.Bids.Select(b => b.Bidder).Distinct().ToList();
                json.WriteNumber("numberOfTenderers", bidders.Count);
                if (bidders.Count > 0)
                {
                    json.WriteStartArray("tenderers");
                    foreach (var bidder in bidders)
                        Reference(of.Parties[bidder]);
                    json.WriteEndArray();
                }
            }
            TheLots();
        }

        private void EnquiryPeriod(TenderTimes times)
        {
            var last = TenderPlan.LastObjection(times.BidDeadline);
            if (last > of.AnnouncedAt)
                Period("enquiryPeriod", of.AnnouncedAt, last);
        }

        private void TheLots()
        {
            json.WriteStartArray("lots");
            foreach (var lot in of.Lots)
            {
                json.WriteStartObject();
                json.WriteString("id", lot.Number);
                json.WriteString("title", lot.NameZh);
                json.WriteString("status", StatusOf(of, lot, notice.PublishedAt));
                Amount("value", lot.Estimate);
                if (lot.MaximumPrice is { } most)
                    Amount("maximumValue", most);
                json.WriteStartObject("contractPeriod");
                json.WriteNumber("durationInDays", lot.Duration);
                json.WriteEndObject();
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartArray("items");
            foreach (var lot in of.Lots)
            {
                json.WriteStartObject();
                json.WriteString("id", lot.Number);
                json.WriteString("description", lot.NameZh);
                json.WriteNumber("quantity", 1);
                json.WriteString("relatedLot", lot.Number);
                json.WriteStartObject("deliveryAddress");
                json.WriteString("streetAddress", of.Project.Place);
                json.WriteString("countryName", "中国");
                json.WriteEndObject();
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }

        private void Enquiries()
        {
            if (of.Enquiries.Count == 0)
                return;
            json.WriteStartArray("enquiries");
            foreach (var question in of.Enquiries)
            {
                json.WriteStartObject();
                json.WriteString("id", question.Number.ToString(CultureInfo.InvariantCulture));
                json.WriteString("description", question.Text);
                json.WriteString("answer", question.Answer);
                json.WriteString("dateAnswered", Instant(question.AnsweredAt!.Value));
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }

        private void TheDocuments()
        {
            json.WriteStartArray("documents");
            foreach (var one in of.Notices)
                Document(one.Number, DocumentTypeOf(one.Kind), one.TitleZh, $"/trading/notices/{one.Number}", one.PublishedAt, HashOf(one));
            foreach (var version in of.Documents)
                Document(
                    $"{Tender.Number}-documents-{version.Number}",
                    "biddingDocuments",
                    $"招标文件（第 {version.Number} 版）",
                    $"/trading/documents/{Tender.Number}?version={version.Number}",
                    of.Notices.FirstOrDefault(n => n.Number == version.ByNotice)?.PublishedAt ?? of.AnnouncedAt,
                    HashOf(version)
                );
            json.WriteEndArray();
        }

        private void Amendments()
        {
            var amending = of.Notices.Where(n => of.Documents.Any(d => d.ByNotice == n.Number)).ToList();
            if (amending.Count == 0)
                return;
            json.WriteStartArray("amendments");
            foreach (var one in amending)
            {
                json.WriteStartObject();
                json.WriteString("id", one.Number);
                json.WriteString("date", Instant(one.PublishedAt));
                json.WriteString("description", one.Sections.FirstOrDefault(s => s.Key == "what")?.Text ?? one.TitleZh);
                if (of.Notices.LastOrDefault(n => n.Id < one.Id) is { } amended)
                    json.WriteString("amendsReleaseID", amended.Number);
                json.WriteString("releaseID", one.Number);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }

        private void Bids()
        {
            var counts = of
                .Lots.Select(lot =>
                    (
                        lot.Number,
                        Bids: lot.Stage is Failed failed && failed.At <= notice.PublishedAt ? failed.Bids
                        : of.IsOpened ? of.Bids.Count(b => b.LotId == lot.Id)
                        : (int?)null
                    )
                )
                .Where(c => c.Bids is not null)
                .ToList();
            if (counts.Count == 0)
                return;
            json.WriteStartObject("bids");
            json.WriteStartArray("statistics");
            foreach (var (lot, bids) in counts)
            {
                json.WriteStartObject();
                json.WriteString("id", $"bids-{lot}");
                json.WriteString("measure", "bids");
                json.WriteNumber("value", bids!.Value);
                json.WriteString("relatedLot", lot);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            if (of.Bids.Count > 0)
            {
                json.WriteStartArray("details");
                foreach (var bid in of.Bids)
                    Bid(bid);
                json.WriteEndArray();
            }
            json.WriteEndObject();
        }

        private void Bid(OpeningBid bid)
        {
            var lot = of.Lots.First(l => l.Id == bid.LotId).Number;
            json.WriteStartObject();
            json.WriteString("id", BidId(bid));
            json.WriteString("date", Instant(bid.ReceivedAt));
            json.WriteString(
                "status",
                bid.Stage is DeemedRevoked or DeemedWithdrawn ? "withdrawn"
                    : of.Verdicts.TryGetValue(bid.BidId, out var valid)
                        ? valid ? "valid"
                            : "disqualified"
                    : "pending"
            );
            json.WriteStartArray("tenderers");
            Reference(of.Parties[bid.Bidder]);
            json.WriteEndArray();
            if (bid.Stage is Decrypted { Bid.ReadPrice: var price })
                Amount("value", price);
            Texts("relatedLots", [lot]);
            // The envelope as it was received; its hash was published with the names.
            json.WriteStartArray("documents");
            json.WriteStartObject();
            json.WriteString("id", $"{BidId(bid)}-envelope");
            json.WriteString("documentType", "submissionDocuments");
            json.WriteString("title", "投标文件（密封件）");
            json.WriteString("sha256", bid.Receipt);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        private string BidId(OpeningBid bid) =>
            string.Create(CultureInfo.InvariantCulture, $"{of.Lots.First(l => l.Id == bid.LotId).Number}-{bid.Place}");

        private void Awards()
        {
            if (of.Awards.Count == 0)
                return;
            json.WriteStartArray("awards");
            foreach (var award in of.Awards)
            {
                json.WriteStartObject();
                json.WriteString("id", award.Id);
                json.WriteString("title", award.Title);
                json.WriteString("status", award.Status);
                json.WriteString("date", Instant(award.At));
                if (award.Amount is { } amount)
                    Amount("value", amount);
                if (award.Suppliers.Count > 0)
                {
                    json.WriteStartArray("suppliers");
                    foreach (var supplier in award.Suppliers)
                        Reference(of.Parties[supplier]);
                    json.WriteEndArray();
                }
                Texts("relatedLots", [award.Lot]);
                if (of.Bids.FirstOrDefault(b => b.BidId == award.Bid) is { } bid)
                    json.WriteString("relatedBid", BidId(bid));
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }

        private void Contracts()
        {
            if (of.Contracts.Count == 0)
                return;
            json.WriteStartArray("contracts");
            foreach (var contract in of.Contracts)
            {
                json.WriteStartObject();
                json.WriteString("id", contract.Id);
                json.WriteString("awardID", contract.Award);
                json.WriteString("title", contract.Title);
                json.WriteString("status", contract.Status);
                Amount("value", contract.Amount);
                json.WriteString("dateSigned", Instant(contract.SignedAt));
                json.WriteStartObject("period");
                json.WriteNumber("durationInDays", contract.Days);
                json.WriteEndObject();
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }

        private void Related()
        {
            if (of.Follows is not { } before)
                return;
            json.WriteStartArray("relatedProcesses");
            json.WriteStartObject();
            json.WriteString("id", "1");
            Texts("relationship", ["unsuccessfulProcess"]);
            json.WriteString("scheme", "ocid");
            json.WriteString("identifier", settings.Ocid(before));
            json.WriteEndObject();
            json.WriteEndArray();
        }

        private void Document(string id, string type, string title, string path, DateTime at, string sha256)
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("documentType", type);
            json.WriteString("title", title);
            json.WriteString("url", $"{settings.Root}{path}");
            json.WriteString("datePublished", Instant(at));
            json.WriteString("format", "text/html");
            json.WriteString("language", "zh");
            json.WriteString("sha256", sha256);
            json.WriteEndObject();
        }

        private void Milestone(string id, string title, string type, DateTime due)
        {
            json.WriteStartObject();
            json.WriteString("id", $"{Tender.Number}-{id}");
            json.WriteString("title", title);
            json.WriteString("type", type);
            json.WriteString("dueDate", Instant(due));
            json.WriteString("status", due <= notice.PublishedAt ? "met" : "scheduled");
            json.WriteEndObject();
        }

        private void Reference(string name, PublicParty party)
        {
            json.WritePropertyName(name);
            Reference(party);
        }

        private void Reference(PublicParty party)
        {
            json.WriteStartObject();
            json.WriteString("id", party.Id);
            json.WriteString("name", party.Name);
            json.WriteEndObject();
        }

        private void Amount(string name, long fen)
        {
            json.WriteStartObject(name);
            json.WriteNumber("amount", fen / 100m);
            json.WriteString("currency", "CNY");
            json.WriteEndObject();
        }

        private void Period(string name, DateTime from, DateTime to)
        {
            json.WriteStartObject(name);
            json.WriteString("startDate", Instant(from));
            json.WriteString("endDate", Instant(to));
            json.WriteEndObject();
        }

        private void Texts(string name, IReadOnlyList<string> texts)
        {
            json.WriteStartArray(name);
            foreach (var text in texts)
                json.WriteStringValue(text);
            json.WriteEndArray();
        }
    }

    /// <summary>RFC 3339 in UTC, to the millisecond where there is one.</summary>
    private static string Instant(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture);

    // A stage reached after the notice is not told with it.
    private static string StatusOf(PublicProcess of, Lot lot, DateTime at) =>
        lot.Stage switch
        {
            Planned => "planned",
            Failed failed when failed.At <= at => "unsuccessful",
            _ when of.Contracts.Any(c => c.Lot == lot.Number) => "complete",
            Stopped stopped when stopped.At <= at => "cancelled",
            _ => "active",
        };

    private static string StatusOf(PublicProcess of, DateTime at)
    {
        if (of.Tender.Stage is Terminated && of.Tender.Stage.At <= at)
            return "cancelled";
        var statuses = of.Lots.Select(lot => StatusOf(of, lot, at)).ToHashSet();
        return statuses.Contains("active") || statuses.Count == 0 ? "active"
            : statuses.Contains("complete") ? "complete"
            : statuses.Contains("unsuccessful") ? "unsuccessful"
            : statuses.First();
    }

    private static string DocumentTypeOf(NoticeKind kind) =>
        kind switch
        {
            NoticeKind.TenderAnnouncement => "tenderNotice",
            NoticeKind.Clarification or NoticeKind.Correction => "clarifications",
            NoticeKind.Termination or NoticeKind.FailedTender => "cancellationDetails",
            NoticeKind.OpeningRecord or NoticeKind.Candidates => "evaluationReports",
            NoticeKind.Result => "awardNotice",
            NoticeKind.Contract => "contractNotice",
            NoticeKind.Performance => "physicalProgressReport",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
