using CountyHall.Kernel.Journal;
using CsCheck;

namespace CountyHall.Kernel.Rules.Journal;

/// <summary>RFC 6962 section 2.1; the proofs are checked as in RFC 9162 sections 2.1.3.2 and 2.1.4.2.</summary>
public class Merkle_log
{
    /// <summary>The inputs and roots that the reference implementations of certificate transparency test with.</summary>
    private static readonly byte[][] ReferenceLeaves =
    [
        .. new[] { "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f" }.Select(hex =>
            MerkleHash.Leaf(Convert.FromHexString(hex))
        ),
    ];

    /// <summary>Sizes around the borders of tiles, where mistakes live, among sizes of any kind.</summary>
    private static readonly Gen<int> Size = Gen.Frequency((2, Gen.OneOf(1, 2, 255, 256, 257, 511, 512, 513, 2048)), (3, Gen.Int[1, 3000]));

    private static readonly byte[][] Many = Leaves.First(3000);

    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public async Task Roots_are_those_of_the_reference_implementations(int size, string root)
    {
        var (tree, _) = await Leaves.InTiles(ReferenceLeaves);
        Convert.ToHexStringLower(await tree.Root(size)).ShouldBe(root);
        Convert.ToHexStringLower(NaiveTree.Root(ReferenceLeaves.AsSpan(0, size))).ShouldBe(root);
    }

    [Fact]
    public async Task Every_proof_of_every_small_tree_is_the_one_defined_and_verifies()
    {
        var leaves = Leaves.First(40);
        var (tree, _) = await Leaves.InTiles(leaves);
        for (var size = 1; size <= leaves.Length; size++)
        {
            var root = await tree.Root(size);
            for (var index = 0; index < size; index++)
            {
                var proof = await tree.InclusionProof(index, size);
                proof.ShouldBe(NaiveTree.Path(index, leaves.AsSpan(0, size)));
                MerkleProof.IsIncluded(leaves[index], index, size, proof, root).ShouldBeTrue();
            }
            for (var old = 0; old <= size; old++)
            {
                var proof = await tree.ConsistencyProof(old, size);
                proof.ShouldBe(NaiveTree.Proof(old, leaves.AsSpan(0, size)));
                MerkleProof.IsConsistent(old, await tree.Root(old), size, root, proof).ShouldBeTrue();
            }
        }
    }

    [Fact]
    public async Task A_record_in_the_log_can_be_proved_at_every_later_size()
    {
        var (tree, _) = await Leaves.InTiles(Many);
        await Gen.Select(Size, Gen.Int[0, int.MaxValue])
            .SampleAsync(
                async (size, any) =>
                {
                    var index = any % size;
                    var proof = await tree.InclusionProof(index, size);
                    var root = NaiveTree.Root(Many.AsSpan(0, size));
                    proof.ShouldBe(NaiveTree.Path(index, Many.AsSpan(0, size)));
                    MerkleProof.IsIncluded(Many[index], index, size, proof, root).ShouldBeTrue();
                },
                iter: 200
            );
    }

    [Fact]
    public async Task The_log_can_prove_that_it_only_ever_grew()
    {
        var (tree, _) = await Leaves.InTiles(Many);
        await Gen.Select(Size, Size)
            .SampleAsync(
                async (one, other) =>
                {
                    var (old, now) = (Math.Min(one, other), Math.Max(one, other));
                    var proof = await tree.ConsistencyProof(old, now);
                    var (oldRoot, newRoot) = (NaiveTree.Root(Many.AsSpan(0, old)), NaiveTree.Root(Many.AsSpan(0, now)));
                    proof.ShouldBe(NaiveTree.Proof(old, Many.AsSpan(0, now)));
                    MerkleProof.IsConsistent(old, oldRoot, now, newRoot, proof).ShouldBeTrue();
                },
                iter: 200
            );
    }

    [Fact]
    public async Task One_flipped_bit_anywhere_breaks_a_proof()
    {
        var (tree, _) = await Leaves.InTiles(Many);
        await Gen.Select(Size, Size, Gen.Int[0, int.MaxValue], Gen.Int[0, int.MaxValue])
            .SampleAsync(
                async (one, other, any, bit) =>
                {
                    var (old, now) = (Math.Min(one, other), Math.Max(one, other));
                    var (index, root) = (any % now, await tree.Root(now));

                    List<byte[]> told = [Many[index], root, .. await tree.InclusionProof(index, now)];
                    Flip(told, bit);
                    MerkleProof.IsIncluded(told[0], index, now, told[2..], told[1]).ShouldBeFalse();

                    told = [await tree.Root(old), root, .. await tree.ConsistencyProof(old, now)];
                    Flip(told, bit);
                    MerkleProof.IsConsistent(old, told[0], now, told[1], told[2..]).ShouldBeFalse();
                },
                iter: 200
            );
    }

    [Fact]
    public async Task A_proof_serves_no_other_place_size_or_length()
    {
        var (tree, _) = await Leaves.InTiles(Many);
        var (proof, root) = (await tree.InclusionProof(300, 700), await tree.Root(700));
        MerkleProof.IsIncluded(Many[300], 300, 700, proof, root).ShouldBeTrue();
        MerkleProof.IsIncluded(Many[300], 301, 700, proof, root).ShouldBeFalse();
        MerkleProof.IsIncluded(Many[300], -1, 700, proof, root).ShouldBeFalse();
        MerkleProof.IsIncluded(Many[300], 700, 700, proof, root).ShouldBeFalse();
        MerkleProof.IsIncluded(Many[300], 300, 1400, proof, root).ShouldBeFalse();
        MerkleProof.IsIncluded(Many[300], 300, 700, [.. proof, root], root).ShouldBeFalse();
        MerkleProof.IsIncluded(Many[300], 300, 700, [.. proof.SkipLast(1)], root).ShouldBeFalse();
        MerkleProof.IsIncluded(Many[300], 300, 700, [proof[0][..31], .. proof.Skip(1)], root).ShouldBeFalse();

        var (grew, old) = (await tree.ConsistencyProof(300, 700), await tree.Root(300));
        MerkleProof.IsConsistent(300, old, 700, root, grew).ShouldBeTrue();
        MerkleProof.IsConsistent(301, old, 700, root, grew).ShouldBeFalse();
        MerkleProof.IsConsistent(700, root, 300, old, grew).ShouldBeFalse();
        MerkleProof.IsConsistent(300, old, 700, root, []).ShouldBeFalse();
        MerkleProof.IsConsistent(300, old, 700, root, [.. grew, root]).ShouldBeFalse();
        MerkleProof.IsConsistent(700, root, 700, old, []).ShouldBeFalse();
        MerkleProof.IsConsistent(0, old, 700, root, []).ShouldBeFalse();
        MerkleProof.IsConsistent(0, MerkleHash.EmptyRoot, 700, root, []).ShouldBeTrue();
    }

    [Fact]
    public async Task Appending_in_pieces_gives_the_same_tree_as_appending_at_once()
    {
        var root = NaiveTree.Root(Many);
        await Gen.Int[0, 700]
            .Array[0, 4]
            .SampleAsync(
                async chunks =>
                {
                    var (tree, _) = await Leaves.InTiles(Many, chunks);
                    tree.Size.ShouldBe(Many.Length);
                    (await tree.Root(Many.Length)).ShouldBe(root);
                },
                iter: 50
            );
    }

    [Fact]
    public async Task The_third_level_of_tiles_begins_at_65536_records()
    {
        var leaves = Leaves.First(65_536 + 300);
        var (tree, tiles) = await Leaves.InTiles(leaves, 65_535, 1, 1);
        tiles.Puts.Max(put => put.Level).ShouldBe(2);

        int[] sizes = [255, 256, 257, 65_535, 65_536, 65_537, leaves.Length];
        foreach (var size in sizes)
        {
            var root = NaiveTree.Root(leaves.AsSpan(0, size));
            (await tree.Root(size)).ShouldBe(root);
            foreach (var index in new[] { 0, size / 2, size - 1 })
            {
                tiles.Gets = 0;
                MerkleProof.IsIncluded(leaves[index], index, size, await tree.InclusionProof(index, size), root).ShouldBeTrue();
                tiles.Gets.ShouldBeLessThanOrEqualTo(5); // one tile a level on the way, one at the right edge
            }
            foreach (var old in sizes.Where(old => old <= size))
                MerkleProof.IsConsistent(old, await tree.Root(old), size, root, await tree.ConsistencyProof(old, size)).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task Appending_touches_only_the_right_edge()
    {
        var (tree, tiles) = await Leaves.InTiles(Many, 2000);
        tiles.Puts.Clear();
        tiles.Gets = 0;
        await tree.Append([MerkleHash.Leaf([1]), MerkleHash.Leaf([2])]);
        tiles.Puts.ShouldBe([(0, 3000 / 256)]);
        tiles.Gets.ShouldBe(1);
    }

    [Fact]
    public async Task Hashes_of_an_append_that_was_never_committed_do_not_count()
    {
        var tiles = new MemoryTiles();
        var tree = new TileTree(tiles);
        await tree.Append(Many[..300]);
        await new TileTree(tiles, 300).Append(Leaves.First(5)); // its new size was lost

        var afterwards = new TileTree(tiles, 300);
        (await afterwards.Root(300)).ShouldBe(NaiveTree.Root(Many.AsSpan(0, 300)));
        await afterwards.Append(Many[300..700]);
        (await afterwards.Root(700)).ShouldBe(NaiveTree.Root(Many.AsSpan(0, 700)));
    }

    [Fact]
    public async Task A_lost_tile_is_noticed_and_not_papered_over()
    {
        var tree = new TileTree(new MemoryTiles(), 300);
        (await Should.ThrowAsync<InvalidDataException>(() => tree.Root(300))).Message.ShouldContain("lost hashes");
        await Should.ThrowAsync<InvalidDataException>(() => tree.Append(Leaves.First(1)));
    }

    [Fact]
    public async Task Nothing_is_proved_about_records_that_are_not_there_yet()
    {
        var (tree, _) = await Leaves.InTiles(Many);
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => tree.Root(3001));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => tree.InclusionProof(300, 300));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => tree.ConsistencyProof(400, 300));
    }

    private static void Flip(List<byte[]> hashes, int bit)
    {
        var which = bit % hashes.Count;
        var changed = hashes[which].ToArray();
        changed[bit / 8 % changed.Length] ^= (byte)(1 << (bit % 8));
        hashes[which] = changed;
    }
}
