using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CsCheck;

namespace CountyHall.Kernel.Rules.Journal;

/// <summary>C2SP signed-note, tlog-checkpoint and tlog-proof.</summary>
public class Signed_checkpoints
{
    private const string Origin = "example.invalid/county-log";
    private static readonly NoteSigner Hall = NoteSigner.Generate(Origin);
    private static readonly NoteSigner Witness = NoteSigner.Generate("witness.invalid");
    private static readonly NoteSigner Stranger = NoteSigner.Generate("stranger.invalid");
    private static readonly Checkpoint Empty = new(Origin, 0, MerkleHash.EmptyRoot);

    // The example key and note of golang.org/x/mod/sumdb/note, the reference implementation; the key is published there.
    private const string ReferenceKey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private const string ReferenceSecret = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private const string ReferenceText =
        "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    private const string ReferenceNote =
        ReferenceText + "\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    [Fact]
    public void Keys_and_signatures_are_those_of_the_reference_implementation()
    {
        var signer = new NoteSigner("PeterNeumann", Convert.FromBase64String(ReferenceSecret)[1..]);
        signer.Verifier.ToString().ShouldBe(ReferenceKey);
        SignedNote.Sign(ReferenceText, signer).ToString().ShouldBe(ReferenceNote);
        Note(ReferenceNote).IsSignedBy(Key(ReferenceKey)).ShouldBeTrue();
    }

    [Fact]
    public void A_published_key_that_was_altered_is_not_read() =>
        Gen.Int[0, ReferenceKey.Length - 1]
            .Sample(i =>
            {
                var altered = ReferenceKey.ToCharArray();
                altered[i]++;
                VerifierKey.TryParse(new string(altered), out _).ShouldBeFalse();
                VerifierKey.TryParse(ReferenceKey[..i], out _).ShouldBeFalse();
            });

    [Fact]
    public void A_checkpoint_is_three_lines_a_blank_line_and_signatures()
    {
        var lines = Empty.SignedBy(Hall).ToString().Split('\n');
        lines[..4].ShouldBe([Origin, "0", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", ""]);
        lines[4].ShouldStartWith($"— {Origin} ");
        lines[5..].ShouldBe([""]);
    }

    [Fact]
    public void A_checkpoint_that_was_printed_is_read_again()
    {
        var note = Note(Empty.SignedBy(Hall, Witness).ToString());
        Checkpoint.TryParse(note.Text, out var read).ShouldBeTrue();
        (read.Origin, read.Size).ShouldBe((Origin, 0));
        read.Root.ShouldBe(Empty.Root);
        note.SignersAmong([Hall.Verifier, Witness.Verifier, Stranger.Verifier]).ShouldBe([Hall.Verifier, Witness.Verifier]);
    }

    [Fact]
    public void A_witness_signs_below_the_hall_and_both_count() =>
        Empty.SignedBy(Hall).And(Witness).SignersAmong([Hall.Verifier, Witness.Verifier]).Count.ShouldBe(2);

    [Fact]
    public void A_signature_of_an_unknown_key_proves_nothing_and_does_no_harm() =>
        Empty.SignedBy(Stranger, Hall).SignersAmong([Hall.Verifier]).ShouldBe([Hall.Verifier]);

    [Fact]
    public void A_key_of_the_same_name_is_not_the_same_key() =>
        Empty.SignedBy(NoteSigner.Generate(Origin)).IsSignedBy(Hall.Verifier).ShouldBeFalse();

    [Fact]
    public void One_altered_character_loses_the_signature() =>
        Gen.Int[0, ReferenceNote.Length - 1]
            .Sample(i =>
            {
                var altered = ReferenceNote.ToCharArray();
                altered[i] = altered[i] == 'x' ? 'y' : 'x';
                (SignedNote.TryParse(new string(altered), out var note) && note.IsSignedBy(Key(ReferenceKey))).ShouldBeFalse();
            });

    [Theory]
    [InlineData("")]
    [InlineData("text\n")] // no signature
    [InlineData("text\n\n")]
    [InlineData("text\n\n— name AAAAAAA=")] // no newline at the end
    [InlineData("text\n\nname AAAAAAA=\n")] // no dash
    [InlineData("text\n\n— two names AAAAAAA=\n")]
    [InlineData("text\n\n— name AAAA\n")] // too short to hold a key id and a signature
    [InlineData("te\txt\n\n— name AAAAAAA=\n")] // a control character
    public void A_malformed_note_is_not_read(string note) => SignedNote.TryParse(note, out _).ShouldBeFalse();

    [Theory]
    [InlineData("o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", true)]
    [InlineData("o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nmore\n", true)]
    [InlineData("o\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", false)]
    [InlineData("o\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", false)]
    [InlineData("o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU\n", false)]
    [InlineData("o\n1\n47DEQpj8\n", false)]
    [InlineData("\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", false)]
    [InlineData("o\n1\n", false)]
    public void A_checkpoint_is_read_only_in_its_one_form(string text, bool isRead) => Checkpoint.TryParse(text, out _).ShouldBe(isRead);

    [Fact]
    public void An_origin_of_two_lines_is_not_signed() =>
        Should.Throw<InvalidOperationException>(() => new Checkpoint("o\n999", 1, MerkleHash.EmptyRoot[..31]).SignedBy(Hall));

    [Fact]
    public async Task A_receipt_proves_its_record_without_asking_the_hall()
    {
        var printed = (await Receipt(300, 700)).ToString();
        printed.ShouldStartWith("c2sp.org/tlog-proof@v1\nindex 300\n");
        foreach (var text in new[] { printed, printed.ReplaceLineEndings("\r\n") })
        {
            var read = InclusionReceipt.Parse(text).ShouldBeOfType<Result<InclusionReceipt>.Done>().Value;
            read.ToString().ShouldBe(printed);
            read.Check(Record(300), Origin, Hall.Verifier).ShouldBeOfType<Result<Checkpoint>.Done>().Value.Size.ShouldBe(700);
        }
    }

    [Fact]
    public async Task A_receipt_of_the_only_record_needs_no_hashes()
    {
        var read = InclusionReceipt.Parse((await Receipt(0, 1)).ToString()).ShouldBeOfType<Result<InclusionReceipt>.Done>().Value;
        read.Check(Record(0), Origin, Hall.Verifier).ShouldBeOfType<Result<Checkpoint>.Done>();
    }

    [Fact]
    public async Task A_receipt_serves_no_other_record() =>
        Why((await Receipt(300, 700)).Check(Record(301), Origin, Hall.Verifier)).ShouldBeOfType<RecordNotInLog>();

    [Fact]
    public async Task A_receipt_signed_by_nobody_we_know_is_refused() =>
        Why((await Receipt(300, 700)).Check(Record(300), Origin, Stranger.Verifier)).ShouldBeOfType<CheckpointNotTrusted>();

    [Fact]
    public async Task A_receipt_of_another_log_is_refused() =>
        Why((await Receipt(300, 700)).Check(Record(300), "other.invalid/log", Hall.Verifier)).ShouldBeOfType<CheckpointNotTrusted>();

    [Fact]
    public async Task A_receipt_with_one_altered_character_is_refused()
    {
        var printed = (await Receipt(300, 700)).ToString();
        Gen.Int[0, printed.Length - 1]
            .Sample(i =>
            {
                var altered = printed.ToCharArray();
                altered[i] = altered[i] == '7' ? '8' : '7';
                InclusionReceipt
                    .Parse(new string(altered))
                    .Then(receipt => receipt.Check(Record(300), Origin, Hall.Verifier))
                    .ShouldBeOfType<Result<Checkpoint>.Refused>();
            });
    }

    [Theory]
    [InlineData("")]
    [InlineData("c2sp.org/tlog-proof@v1\n")]
    [InlineData("c2sp.org/tlog-proof@v1\n\nindex 1\n")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex one\n\no\n")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 1\nAAAA\n\no\n")]
    public void A_text_that_is_no_receipt_is_refused(string text) =>
        InclusionReceipt.Parse(text).ShouldBeOfType<Result<InclusionReceipt>.Refused>().Why.ShouldBeOfType<ReceiptUnreadable>();

    private static byte[] Record(int i) => MerkleHash.Leaf(BitConverter.GetBytes(i));

    private static async Task<InclusionReceipt> Receipt(int index, int size)
    {
        var (tree, _) = await Leaves.InTiles(Leaves.First(size));
        var note = new Checkpoint(Origin, size, await tree.Root(size)).SignedBy(Hall);
        return new InclusionReceipt(note, index, await tree.InclusionProof(index, size));
    }

    private static Refusal Why<T>(Result<T> result) => result.ShouldBeOfType<Result<T>.Refused>().Why;

    private static SignedNote Note(string text) => SignedNote.TryParse(text, out var note) ? note : throw new FormatException(text);

    private static VerifierKey Key(string line) => VerifierKey.TryParse(line, out var key) ? key : throw new FormatException(line);
}
