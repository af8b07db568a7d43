using System;
using Dynptrs;

namespace Corpus.Pairs;

/// <summary>Code that runs where something is declared, or on the way to a base constructor: no kernel judges it.</summary>
internal static class Initializers
{
    private static readonly RingBuf ringbuf = new(maxEntries: 4096);

    private static readonly HostCode.Pool pool = new();

    private static readonly Func<int> local_function_in_a_lambda_of_a_field_loses_a_record = () =>
    {
        return Lose();

        static int Lose()
        {
            ringbuf.Reserve(8, out var ptr);
            /*!DYN001*/return 0;/*!*/
        }
    };

    private static readonly Func<int> local_function_in_a_lambda_of_a_field_submits_a_record = () =>
    {
        return Send();

        static int Send()
        {
            ringbuf.Reserve(8, out var ptr);
            ptr.Submit();
            return 0;
        }
    };

    private static readonly Action[] one_of_the_lambdas_of_a_field_loses_a_record =
    [
        () =>
        {
            ringbuf.Reserve(8, out var ptr);
            ptr.Submit();
        },
        () =>
        {
            ringbuf.Reserve(8, out var ptr);
        /*!DYN001*/}/*!*/,
    ];

    private static readonly Lazy<int> lambda_given_to_a_constructor_loses_a_record = new(() =>
    {
        ringbuf.Reserve(8, out var ptr);
        /*!DYN001*/return 0;/*!*/
    });

    private static readonly Lazy<int> lambda_given_to_a_constructor_submits_a_record = new(() =>
    {
        ringbuf.Reserve(8, out var ptr);
        ptr.Submit();
        return 0;
    });

    private static readonly int value_of_a_field_loses_a_handle = /*!DYN001*/pool.Open().Use()/*!*/;

    private static readonly int value_of_a_field_closes_a_handle = value_of_a_field_closes_a_handle__use(pool.Open());

    private static int value_of_a_field_closes_a_handle__use(HostCode.Handle handle)
    {
        var used = handle.Use();
        handle.Close();
        return used;
    }

    private static readonly HostCode.Handle handle_kept_in_a_field = pool.Open();

    private static HostCode.Handle handle_kept_in_a_property { get; } = pool.Open();

    private static HostCode.Handle handle_kept_in_a_property_that_is_set { get; set; } = pool.Open();

    private static readonly (HostCode.Handle Handle, int Number) handle_kept_in_a_tuple = (pool.Open(), 1);

    /// <summary>Takes what derived classes give to its constructor.</summary>
    internal class Runner(Func<int> run)
    {
        public int Run() => run();
    }

    internal sealed class lambda_of_a_constructor_initializer_loses_a_handle : Runner
    {
        public lambda_of_a_constructor_initializer_loses_a_handle(int used)
            : base(() =>
            {
                var handle = pool.Open();
                /*!DYN001*/return handle.Use() + used;/*!*/
            })
        {
        }
    }

    internal sealed class lambda_of_a_constructor_initializer_closes_a_handle : Runner
    {
        public lambda_of_a_constructor_initializer_closes_a_handle(int used)
            : base(() =>
            {
                var handle = pool.Open();
                handle.Close();
                return used;
            })
        {
        }
    }

    internal sealed class lambda_of_a_primary_constructor_loses_a_record(RingBuf given) : Runner(() =>
    {
        given.Reserve(8, out var ptr);
        /*!DYN001*/return 0;/*!*/
    });

    internal sealed class lambda_of_a_primary_constructor_submits_a_record(RingBuf given) : Runner(() =>
    {
        given.Reserve(8, out var ptr);
        ptr.Submit();
        return 0;
    });

    internal sealed class lambda_of_a_field_loses_a_record_of_a_parameter(RingBuf given)
    {
        public Func<int> Run = () =>
        {
            given.Reserve(8, out var ptr);
            /*!DYN001*/return 0;/*!*/
        };
    }

    internal sealed class lambda_of_a_field_submits_a_record_of_a_parameter(RingBuf given)
    {
        public Func<int> Run { get; } = () =>
        {
            given.Reserve(8, out var ptr);
            ptr.Submit();
            return 0;
        };
    }

    internal sealed class lambda_of_an_event_loses_a_handle
    {
        public event Action Happened = () =>
        {
            pool.Open().Use();
        /*!DYN001*/}/*!*/;

        public void Happen() => Happened();
    }

    internal sealed class lambda_of_an_event_closes_a_handle
    {
        public event Action Happened = () => pool.Open().Close();

        public void Happen() => Happened();
    }
}
