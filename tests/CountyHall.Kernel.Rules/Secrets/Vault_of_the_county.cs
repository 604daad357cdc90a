using System.Text;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Secrets;
using CsCheck;

namespace CountyHall.Kernel.Rules.Secrets;

/// <summary>Secrets at rest: sealed texts, hashes to search by, the key that signs the log. The personal numbers are invented.</summary>
public sealed class Vault_of_the_county : IDisposable
{
    private const string Number = "330999199001010000";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("vault-");
    private readonly Vault vault = new(Enumerable.Repeat((byte)7, 32).ToArray());
    private readonly Vault other = new(Enumerable.Repeat((byte)8, 32).ToArray());

    private string KeyPath => Path.Combine(folder.FullName, "keys", "vault.key");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void What_was_sealed_can_be_opened() => Gen.String.Sample(text => Valid(text) == vault.Open(vault.Seal(Valid(text))));

    [Fact]
    public void A_sealed_number_does_not_show_and_looks_different_each_time()
    {
        vault.Seal(Number).ShouldNotContain(Number);
        vault.Seal(Number).ShouldNotBe(vault.Seal(Number));
    }

    [Fact]
    public void A_wrong_key_is_refused_and_both_keys_are_named()
    {
        var message = Should.Throw<VaultException>(() => other.Open(vault.Seal(Number))).Message;
        message.ShouldContain(vault.KeyId);
        message.ShouldContain(other.KeyId);
    }

    [Fact]
    public void A_sealed_text_that_was_altered_is_refused()
    {
        var text = vault.Seal(Number);
        Gen.Int[0, text.Length - 1]
            .Sample(i =>
            {
                var altered = text.ToCharArray();
                altered[i] = altered[i] == 'A' ? 'B' : 'A';
                Should.Throw<VaultException>(() => vault.Open(new string(altered)));
            });
    }

    [Theory]
    [InlineData("")]
    [InlineData(Number)]
    [InlineData("v1.x.")]
    [InlineData("v1.x.***")]
    public void A_text_that_was_never_sealed_is_refused(string text) => Should.Throw<VaultException>(() => vault.Open(text));

    [Fact]
    public void The_same_number_is_found_by_its_hash_and_only_with_the_key()
    {
        vault.KeyedHash("citizen-id", Number).ShouldBe(vault.KeyedHash("citizen-id", Number));
        vault.KeyedHash("citizen-id", Number).ShouldNotBe(other.KeyedHash("citizen-id", Number));
        vault.KeyedHash("citizen-id", Number).ShouldNotBe(vault.KeyedHash("phone", Number));
        vault.KeyedHash("citizen-id", Number).Length.ShouldBe(43); // 32 bytes in base64url
    }

    [Fact]
    public void The_log_is_signed_with_the_same_key_after_every_start()
    {
        var key = Vault.Open(KeyPath, createIfMissing: true).Signer("example.invalid/log").Verifier.ToString();
        Vault.Open(KeyPath, createIfMissing: false).Signer("example.invalid/log").Verifier.ToString().ShouldBe(key);
        other.Signer("example.invalid/log").Verifier.ToString().ShouldNotBe(key);
        new Checkpoint("o", 0, MerkleHash.EmptyRoot).SignedBy(vault.Signer("o")).IsSignedBy(vault.Signer("o").Verifier).ShouldBeTrue();
    }

    [Fact]
    public void The_first_start_makes_a_key_for_its_owner_alone()
    {
        var made = Vault.Open(KeyPath, createIfMissing: true);
        Convert.FromBase64String(File.ReadAllText(KeyPath).Trim()).Length.ShouldBe(32);
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(KeyPath).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Vault.Open(KeyPath, createIfMissing: true).KeyId.ShouldBe(made.KeyId);
        Directory.GetFiles(Path.GetDirectoryName(KeyPath)!).ShouldBe([KeyPath]);
    }

    [Fact]
    public void Two_first_starts_at_once_agree_on_one_key()
    {
        var ids = new string[16];
        Parallel.For(0, ids.Length, i => ids[i] = Vault.Open(KeyPath, createIfMissing: true).KeyId);
        ids.Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public void A_lost_key_is_not_replaced_in_silence() =>
        Should.Throw<VaultException>(() => Vault.Open(KeyPath, createIfMissing: false)).Message.ShouldContain("missing");

    [Theory]
    [InlineData("")]
    [InlineData("not base64")]
    [InlineData("AAAA")]
    public void A_damaged_key_file_is_refused(string content)
    {
        Vault.Open(KeyPath, createIfMissing: true);
        File.WriteAllText(KeyPath, content);
        Should.Throw<VaultException>(() => Vault.Open(KeyPath, createIfMissing: true)).Message.ShouldContain("32 bytes");
    }

    [Fact]
    public void A_key_file_that_others_can_read_is_refused()
    {
        if (OperatingSystem.IsWindows())
            return;
        Vault.Open(KeyPath, createIfMissing: true);
        File.SetUnixFileMode(KeyPath, UnixFileMode.UserRead | UnixFileMode.GroupRead);
        Should.Throw<VaultException>(() => Vault.Open(KeyPath, createIfMissing: true)).Message.ShouldContain("chmod 600");
    }

    private static string Valid(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)); // without lone surrogates
}
