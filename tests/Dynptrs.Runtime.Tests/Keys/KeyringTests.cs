using System;
using System.Threading;

namespace Dynptrs.Tests.Keys;

public class KeyringTests
{
    private static readonly byte[] Data = "hello"u8.ToArray();
    private static readonly Signer Signer = Signer.Create("signer");
    private static readonly byte[] Signature = Signer.Sign(Data);

    [Fact]
    public void A_keyring_is_found_by_its_number_until_it_is_disposed()
    {
        using var keyring = new Keyring();

        Assert.NotNull(Keyring.Lookup(keyring.Serial, 0));
        keyring.Dispose();
        Assert.Null(Keyring.Lookup(keyring.Serial, 0));
        Assert.Null(Keyring.Lookup(0, 0));
        Assert.Null(Keyring.Lookup(-6, BpfConstants.KEY_LOOKUP_CREATE));
    }

    [Theory]
    [InlineData(BpfConstants.KEY_LOOKUP_CREATE, true)]
    [InlineData(BpfConstants.KEY_LOOKUP_PARTIAL, true)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    [InlineData(ulong.MaxValue, false)]
    public void Only_flags_that_the_kernel_knows_find_a_key(ulong flags, bool isFound)
    {
        using var keyring = new Keyring();

        Assert.Equal(isFound, Keyring.Lookup(keyring.Serial, flags) is not null);
    }

    [Theory]
    [InlineData(-3)]
    [InlineData(-4)]
    [InlineData(-5)]
    public void The_keyrings_of_session_and_user_are_always_there(int serial) => Assert.NotNull(Keyring.Lookup(serial, 0));

    [Fact]
    public void The_keyring_of_a_thread_is_made_where_that_is_asked_for()
    {
        BpfKey? before = null;
        BpfKey? after = null;
        var thread = new Thread(() =>
        {
            before = Keyring.Lookup(-1, 0);
            _ = Keyring.Lookup(-1, BpfConstants.KEY_LOOKUP_CREATE);
            after = Keyring.Lookup(-1, 0);
        });
        thread.Start();
        thread.Join();

        Assert.Null(before);
        Assert.NotNull(after);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(ulong.MaxValue, false)]
    public void There_are_three_system_keyrings(ulong id, bool isFound) => Assert.Equal(isFound, Keyring.LookupSystem(id) is not null);

    [Fact]
    public void The_secondary_keyring_trusts_what_the_built_in_one_does_and_not_the_reverse()
    {
        Keyring.Builtin.Add(Signer.Certificate);
        try
        {
            Assert.Equal(0, Verify(Keyring.LookupSystem(0)!));
            Assert.Equal(0, Verify(Keyring.LookupSystem(1)!));
            Assert.Equal(-Errno.ENOKEY, Verify(Keyring.LookupSystem(2)!));
        }
        finally
        {
            Assert.True(Keyring.Builtin.Remove(Signer.Certificate));
        }

        Assert.Equal(-Errno.ENOKEY, Verify(Keyring.LookupSystem(0)!));
        Assert.False(Keyring.Builtin.Remove(Signer.Certificate));
    }

    [Fact]
    public void What_happens_to_a_keyring_is_seen_by_who_holds_it()
    {
        using var keyring = new Keyring(Signer.Certificate);
        var key = Keyring.Lookup(keyring.Serial, 0)!;

        Assert.Equal(0, Verify(key));
        keyring.ExpiresAt = DateTimeOffset.UtcNow.AddDays(1);
        Assert.Equal(0, Verify(key));
        keyring.ExpiresAt = DateTimeOffset.UtcNow.AddDays(-1);
        Assert.Equal(-Errno.EKEYEXPIRED, Verify(key));
        keyring.Revoke();
        Assert.Equal(-Errno.EKEYREVOKED, Verify(key));
        keyring.Invalidate();
        Assert.Equal(-Errno.ENOKEY, Verify(key));
        Assert.Null(Keyring.Lookup(keyring.Serial, 0));
    }

    [Fact]
    public void A_keyring_that_is_no_longer_good_is_seen_before_the_dynptrs()
    {
        using var keyring = new Keyring(Signer.Certificate);
        var key = Keyring.Lookup(keyring.Serial, 0)!;
        keyring.Revoke();

        Assert.Equal(-Errno.EKEYREVOKED, key.Verify(Make.NullLocal(), Make.NullLocal()));
    }

    [Fact]
    public void A_key_that_was_given_back_is_refused()
    {
        var key = Keyring.LookupSystem(0)!;
        key.Put();

        Assert.Contains("given back", Assert.Throws<DynptrException>(key.Put).Message);
        Assert.Throws<DynptrException>(() => key.Verify(Make.Local(Data), Make.Local(Signature)));
    }

    private static int Verify(BpfKey key) => key.Verify(Make.Local(Data), Make.Local(Signature));
}
