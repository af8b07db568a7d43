using System.Threading;
using Dynptrs;

namespace Corpus.Pairs;

/// <summary>Locks of one's own in code of the host: the verdict is what C# means.</summary>
internal static class OwnLocks
{
    private static readonly Gate gate = new();

    private static readonly Gate other = new();

    private static TicketLock ticket;

    private static int total;

    /// <summary>A lock that is an object, of which each thread may have several.</summary>
    [Region]
    internal sealed class Gate
    {
        private readonly Lock _lock = new();

        [EntersRegion(typeof(Gate))]
        public void Open() => _lock.Enter();

        [LeavesRegion(typeof(Gate))]
        public void Close() => _lock.Exit();

        [NeedsRegion(typeof(Gate))]
        public int Count() => ++total;
    }

    /// <summary>A lock that is a value.</summary>
    [Region]
    internal struct TicketLock
    {
        private int _holder;

        [EntersRegion(typeof(TicketLock))]
        public void Take()
        {
            while (Interlocked.CompareExchange(ref _holder, 1, 0) != 0)
                Thread.SpinWait(1);
        }

        [LeavesRegion(typeof(TicketLock))]
        public void Give() => Volatile.Write(ref _holder, 0);
    }

    public static int gate_closed()
    {
        gate.Open();
        total++;
        gate.Close();
        return total;
    }

    public static int gate_left_open(int number)
    {
        gate.Open();
        if (number > 5)
            /*!DYN017*/return 1;/*!*/
        gate.Close();
        return total;
    }

    public static int gate_closed_in_a_finally(int number)
    {
        gate.Open();
        try
        {
            if (number > 5)
                return int.Parse("1");
            return total++;
        }
        finally
        {
            gate.Close();
        }
    }

    public static void gate_closed_twice()
    {
        gate.Open();
        gate.Close();
        /*!DYN017*/gate.Close()/*!*/;
    }

    public static int counted_outside_of_the_gate()
    {
        gate.Open();
        gate.Close();
        return /*!DYN018*/gate.Count()/*!*/;
    }

    public static int counted_inside_of_the_gate()
    {
        gate.Open();
        var count = gate.Count();
        gate.Close();
        return count;
    }

    public static void two_gates()
    {
        gate.Open();
        other.Open();
        gate.Close();
        other.Close();
    }

    public static void ticket_taken_twice()
    {
        ticket.Take();
        /*!DYN018*/ticket.Take()/*!*/;
        ticket.Give();
        ticket.Give();
    }

    public static void ticket_taken_again()
    {
        ticket.Take();
        ticket.Give();
        ticket.Take();
        ticket.Give();
    }

    public static void ticket_taken_in_each_round()
    {
        for (var i = 0; i < 2; i++)
            /*!DYN018*/ticket.Take()/*!*/;
        for (var i = 0; i < 2; i++)
            ticket.Give();
    }

    public static void ticket_taken_and_given_in_each_round()
    {
        for (var i = 0; i < 2; i++)
        {
            ticket.Take();
            ticket.Give();
        }
    }

    public static void ticket_of_a_value(ref TicketLock first, ref TicketLock second)
    {
        first.Take();
        second.Take();
        first.Give();
        second.Give();
    }

    public static void ticket_of_another_variable()
    {
        TicketLock first = default;
        TicketLock second = default;
        first.Take();
        second.Take();
        second.Give();
        first.Give();
        first.Take();
        /*!DYN017*/second.Give()/*!*/;
    }

    [EntersRegion(typeof(Gate))]
    public static void method_that_says_what_it_opens() => gate.Open();

    [EntersRegion(typeof(Gate))]
    public static void method_that_does_not_open_what_it_says(int number)
    {
        if (number > 5)
            gate.Open();
    /*!DYN041*/}/*!*/

    [LeavesRegion(typeof(Gate))]
    public static void method_that_says_what_it_closes() => gate.Close();

    [LeavesRegion(typeof(Gate))]
    public static void method_that_does_not_close_what_it_says(int number)
    {
        if (number > 5)
            gate.Close();
    /*!DYN041*/}/*!*/

    [NeedsRegion(typeof(Gate))]
    public static int method_that_needs_what_it_says() => gate.Count();

    public static int opened_and_closed_by_methods_that_say_it()
    {
        method_that_says_what_it_opens();
        var count = method_that_needs_what_it_says();
        method_that_says_what_it_closes();
        return count;
    }

    public static int opened_by_a_method_and_left_open()
    {
        method_that_says_what_it_opens();
        /*!DYN017*/return gate.Count();/*!*/
    }

    public static void method_that_does_not_say_what_it_opens()
    {
        gate.Open();
    /*!DYN017*/}/*!*/

    public static int opened_and_closed_by_local_functions()
    {
        Open();
        total++;
        Close();
        return total;

        void Open() => gate.Open();
        void Close() => gate.Close();
    }

    public static System.Func<int> lambda_leaves_open() => () =>
    {
        gate.Open();
        /*!DYN017*/return total;/*!*/
    };
}
