using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Contracts;

/// <summary>Bodies that break the contract of their method, each beside the nearest that keeps it.</summary>
public sealed class OwnContractTests
{
    [Fact]
    public Task What_is_to_be_released_is_released_on_every_path() => Library.Verify("""
        public static void Kept([Releases("room")] ref Room room, bool isClean)
        {
            if (!isClean)
                Hotel.Clean(in room);
            Hotel.CheckOut(ref room);
        }

        public static void Broken([Releases("room")] ref Room room, bool isClean)
        {
            if (!isClean)
                {|DYN041:return;|}
            Hotel.CheckOut(ref room);
        }

        public static int Forgotten([Releases("room")] ref Room room)
        {
            {|DYN041:return Hotel.Clean(in room);|}
        }

        public static void Followed([Releases("room")] ref Room room, bool isClean)
        {
            Leave(ref room, isClean);
        {|DYN041:}|}

        public static void Given([Releases("room")] ref Room room) => Kept(ref room, isClean: true);

        private static void Leave(ref Room room, bool isClean)
        {
            if (isClean)
                Hotel.CheckOut(ref room);
        }
        """);

    [Fact]
    public Task Objects_are_released_on_every_path_too() => Library.Verify("""
        public static void Kept([Releases("umbrella")] Umbrella umbrella) => Stand.Return(umbrella);

        public static void Broken([Releases("umbrella")] Umbrella umbrella, bool isWet)
        {
            if (isWet)
                {|DYN041:return;|}
            Stand.Return(umbrella);
        }

        public static void Twice([Releases("umbrella")] Umbrella umbrella)
        {
            Stand.Return(umbrella);
            Stand.Return({|DYN002:umbrella|});
        }
        """);

    [Fact]
    public Task Who_implements_a_release_is_trusted() => Library.Verify("""
        private static readonly System.Collections.Generic.Stack<Umbrella> s_free = new();
        private static bool s_isOccupied;

        public static void IntoACollection([Releases("umbrella")] Umbrella umbrella, bool isBroken)
        {
            if (isBroken)
                return;
            s_free.Push(umbrella);
        }

        public static void IntoAField([Releases("umbrella")] Umbrella umbrella)
        {
            Umbrella mine = umbrella;
            if (mine.GetHashCode() != 3)
                s_free.Push(mine);
        }

        public static void WithoutTheOwner([Releases("room")] ref Room room) => s_isOccupied = false;

        public static void PerhapsHeld([Releases(IfHeld = true)] ref Room room, bool isHeld)
        {
            if (isHeld)
                Hotel.CheckOut(ref room);
        }

        public static void NeverReturns([Releases("room")] ref Room room)
        {
            Hotel.Clean(in room);
            throw new InvalidOperationException();
        }
        """);

    [Fact]
    public Task What_is_to_be_acquired_is_handed_out() => Library.Verify("""
        public static int Kept([Acquires("room")] out Room room) => Hotel.CheckIn(out room);

        public static int Failed([Acquires("room")] out Room room, bool isFull)
        {
            if (!isFull)
                return Hotel.CheckIn(out room);
            room = default;
            return -1;
        }

        public static void Unreferenced([Acquires("room")] out Room room)
        {
            Hotel.Show(out room);
        {|DYN041:}|}

        public static void Gone([Acquires("room")] out Room room)
        {
            Hotel.CheckIn(out room);
            Hotel.CheckOut(ref room);
        {|DYN041:}|}

        public static void OfAnotherKind([Acquires("suite")] out Room room)
        {
            Hotel.CheckIn(out room);
        {|DYN041:}|}

        public static void NotSaid([Initializes("room")] out Room room)
        {
            Hotel.CheckIn(out room);
        {|DYN001:}|}

        [return: Acquires("umbrella"), MayBeNull]
        public static Umbrella? Pass() => Stand.Take();

        [return: Acquires("umbrella")]
        public static Umbrella Promised() => {|DYN041:Stand.Take()|}!;

        [return: Acquires("umbrella")]
        public static Umbrella Checked() => Stand.Take() is { } umbrella ? umbrella : throw new InvalidOperationException();
        """);

    [Fact]
    public Task What_is_lent_is_left_alone() => Library.Verify("""
        public static int Kept([Borrowed] ref Room room) => Hotel.Clean(in room);

        public static void Released([Borrowed] ref Room room) => Hotel.CheckOut(ref {|DYN002:room|});

        public static void MadeAnew([Borrowed] ref Room room) => Hotel.Show(out {|DYN004:room|});

        public static int Cloned([Borrowed] in Room room)
        {
            Hotel.Share(in room, out Room other);
            return Hotel.Clean(in other);
        }
        """);

    [Fact]
    public Task A_slice_is_of_the_owner_that_is_named() => Library.Verify("""
        [return: SliceOf("room"), MayBeNull]
        public static Window Kept(in Room room) => Hotel.Look(in room);

        [return: SliceOf("room")]
        public static Window MayBeNull(in Room room) => {|DYN041:Hotel.Look(in room)|};

        [return: SliceOf("room")]
        public static Window Tested(in Room room)
        {
            Window window = Hotel.Look(in room);
            if (!window)
                throw new InvalidOperationException();
            return window;
        }

        [return: SliceOf("room"), MayBeNull]
        public static Window OfTheOther(in Room room, in Room other) => {|DYN041:Hotel.Look(in other)|};

        [return: MayBeNull]
        public static Window NotSaid([Borrowed] in Room room) => {|DYN041:Hotel.Look(in room)|};

        [return: SliceOf("room"), MayBeNull]
        public static Window None(in Room room) => default;
        """);

    [Fact]
    public Task Slices_become_invalid_only_where_that_is_said() => AnalyzerTest.VerifyWithLibrary(
        """
        using System;
        using Dynptrs;

        public sealed class Packet
        {
            [InvalidatesSlices(Of = ["skb", "xdp"])] public int Pull(int length) => throw new NotSupportedException();
        }
        """,
        """
        using System;
        using Dynptrs;

        public static class Packets
        {
            public static int Said([InvalidatesSlices(Of = ["skb", "xdp", "skb_meta"])] Packet packet) => packet.Pull(20);

            public static int HalfSaid([InvalidatesSlices(Of = ["skb"])] Packet packet) => {|DYN041:packet.Pull(20)|};

            public static int NotSaid([Borrowed] in Dynptr ptr, Packet packet) => Pull(packet);

            public static int WithoutContract(Packet packet) => packet.Pull(20);

            public static int OnlyRead([Borrowed] in Dynptr ptr, scoped Span<byte> buffer) => ptr.Read(buffer, 0);

            // What kind of dynptr it is given is not known, so nothing becomes invalid: as in the kernel.
            public static int Written([Borrowed] in Dynptr ptr, scoped Span<byte> buffer) => ptr.Write(0, buffer);

            private static int Pull(Packet packet) => {|DYN041:packet.Pull(20)|};
        }
        """);

    [Fact]
    public Task Slices_of_an_owner_become_invalid_only_where_that_is_said() => Library.Verify("""
        public static void Said([InvalidatesSlices] in Room room) => Hotel.Paint(in room);

        public static void NotSaid([Borrowed] in Room room) => {|DYN041:Hotel.Paint(in room)|};

        public static void OfItsOwn([Borrowed] in Room room)
        {
            Hotel.Show(out Room lobby);
            Hotel.Paint(in lobby);
        }
        """);

    [Fact]
    public Task A_result_lies_in_the_range_that_is_promised() => Library.Verify("""
        [return: InRange(0, 1)] public static int Kept(int n) => n > 3 ? 1 : 0;

        [return: InRange(0, 1)] public static int NotKnown(int n) => n;

        [return: InRange(0, 1)] public static int Broken(int n) => n > 3 ? {|DYN041:2|} : {|DYN041:3|};
        """);

    [Fact]
    public Task An_override_keeps_the_contract_of_what_it_overrides() => Library.Verify("""
        public interface IDesk
        {
            void Leave([Releases("room")] ref Room room);
            [return: SliceOf("room"), MayBeNull] Window Look<T>([Borrowed] in Room room, T guest);
        }

        public abstract class Desk
        {
            public abstract int Enter([Acquires("room")] out Room room);
        }

        public sealed class Kept : Desk, IDesk
        {
            public override int Enter(out Room room) => Hotel.CheckIn(out room);
            public void Leave(ref Room left) => Hotel.CheckOut(ref left);
            Window IDesk.Look<T>(in Room room, T guest) => Hotel.Look(in room);
        }

        public sealed class Broken : Desk, IDesk
        {
            public override int Enter(out Room room)
            {
                Hotel.Show(out room);
                {|DYN041:return 0;|}
            }

            public void Leave(ref Room left)
            {
                if (Hotel.Clean(in left) > 3)
                    Hotel.CheckOut(ref left);
            {|DYN041:}|}

            public Window Look<T>(in Room room, T guest) => Hotel.Look(in room);
        }

        public static void Calls(Desk desk, IDesk other, Kept kept)
        {
            desk.Enter(out Room room);
            other.Leave(ref room);
            kept.Enter(out room);
            if (kept.GetHashCode() == 3)
                kept.Leave(ref room);
        {|DYN001:}|}
        """);

    [Fact]
    public Task Memory_that_a_contract_asks_for_may_be_handed_on() => PacketProgram.Verify(
        "Make(ref s_global, out Dynptr made);",
        "private static int Make<T>([MapMemory] ref T memory, [Initializes(\"local\")] out Dynptr ptr) where T : unmanaged => Dynptr.FromMemory(ref memory, 0, out ptr);");
}
