using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;

namespace Dynptrs.Tests.Regions;

/// <summary>Regions count what was entered, each thread for itself, and refuse to leave what was not.</summary>
public class RegionTests
{
    [Fact]
    public void A_read_section_is_left_as_often_as_it_was_entered()
    {
        RcuReadSection.Enter();
        RcuReadSection.Enter();
        RcuReadSection.Exit();
        RcuReadSection.Exit();
        Assert.Throws<DynptrException>(RcuReadSection.Exit);
    }

    [Fact]
    public void A_read_section_belongs_to_its_thread()
    {
        RcuReadSection.Enter();
        var thread = new Thread(static () => Assert.Throws<DynptrException>(RcuReadSection.Exit));
        thread.Start();
        thread.Join();
        RcuReadSection.Exit();
    }

    [Fact]
    public void Preemption_is_enabled_as_often_as_it_was_disabled()
    {
        Preemption.Disable();
        Preemption.Disable();
        Preemption.Enable();
        Preemption.Enable();
        Assert.Throws<DynptrException>(Preemption.Enable);
    }

    [Fact]
    public void Interrupts_are_restored_once_and_the_last_first()
    {
        InterruptFlags.Save(out var outer);
        InterruptFlags.Save(out var inner);
        Assert.True(IsRefused(ref outer));
        inner.Restore();
        Assert.True(IsRefused(ref inner));
        outer.Restore();
        Assert.True(IsRefused(ref outer));
        InterruptFlags none = default;
        Assert.True(IsRefused(ref none));
    }

    [Fact]
    public void Interrupts_are_restored_by_the_thread_that_saved_them()
    {
        var thread = new Thread(static () =>
        {
            InterruptFlags.Save(out var flags);
            flags.Restore();
        });
        InterruptFlags.Save(out var here);
        thread.Start();
        thread.Join();
        here.Restore();
    }

    [Fact]
    public void A_lock_excludes_the_other_threads()
    {
        const int Threads = 4, Rounds = 20_000;
        var map = new ArrayMap<Guarded>(1);
        var threads = Enumerable.Range(0, Threads).Select(_ => new Thread(() =>
        {
            ref var value = ref map.Lookup(0).Value;
            for (var i = 0; i < Rounds; i++)
            {
                value.Lock.Enter();
                value.Count++;
                value.Lock.Exit();
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Assert.Equal(Threads * Rounds, map[0].Count);
    }

    [Fact]
    public void A_lock_is_not_taken_twice()
    {
        var held = new Guarded();
        held.Lock.Enter();
        Assert.Throws<DynptrException>(() => held.Lock.Enter());
        held.Lock.Exit();
        held.Lock.Enter();
        held.Lock.Exit();
    }

    [Fact]
    public void A_lock_is_given_back_by_the_thread_that_has_it()
    {
        var held = new Guarded();
        Assert.Throws<DynptrException>(() => held.Lock.Exit());
        held.Lock.Enter();
        var thread = new Thread(() => Assert.Throws<DynptrException>(() => held.Lock.Exit()));
        thread.Start();
        thread.Join();
        held.Lock.Exit();
        Assert.Throws<DynptrException>(() => held.Lock.Exit());
    }

    [Fact]
    public void They_have_the_sizes_of_the_kernel()
    {
        Assert.Equal(4, Unsafe.SizeOf<BpfSpinLock>());
        Assert.Equal(8, Unsafe.SizeOf<InterruptFlags>());
    }

    private static bool IsRefused(ref InterruptFlags flags)
    {
        try
        {
            flags.Restore();
            return false;
        }
        catch (DynptrException)
        {
            return true;
        }
    }

    private struct Guarded
    {
        public BpfSpinLock Lock;
        public int Count;
    }
}
