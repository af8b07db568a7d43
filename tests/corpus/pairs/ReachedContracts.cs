using System;
using System.Collections.Generic;
using Dynptrs;

namespace Corpus.Pairs;

/// <summary>Host code that comes to a contract only through what it calls, written as a call or not.</summary>
internal static class ReachedContracts
{
    /// <summary>Reaches contracts in every way in which C# calls.</summary>
    internal sealed class Source(HostCode.Pool pool)
    {
        public HostCode.Handle Opened => pool.Open();

        public HostCode.Handle this[int index] => pool.Open();

        public static HostCode.Handle operator +(Source source, int count) => source.Opened;

        public static implicit operator HostCode.Handle(Source source) => source.Opened;

        public void Deconstruct(out HostCode.Handle handle, out int number)
        {
            handle = pool.Open();
            number = 1;
        }

        public void Open(out HostCode.Handle handle) => handle = pool.Open();
    }

    extension(Source source)
    {
        private HostCode.Handle Another => source.Opened;
    }

    public static int handle_of_a_property_is_lost(Source source)
    {
        var handle = source.Opened;
        /*!DYN001*/return handle.Use();/*!*/
    }

    public static int handle_of_a_property_is_closed(Source source)
    {
        var handle = source.Opened;
        handle.Close();
        return 0;
    }

    public static int handle_of_an_indexer_is_lost(Source source)
    {
        var handle = source[1];
        /*!DYN001*/return handle.Use();/*!*/
    }

    public static int handle_of_an_operator_is_lost(Source source)
    {
        var handle = source + 1;
        /*!DYN001*/return handle.Use();/*!*/
    }

    public static int handle_of_a_conversion_is_lost(Source source)
    {
        HostCode.Handle handle = source;
        /*!DYN001*/return handle.Use();/*!*/
    }

    public static int handle_of_a_conversion_is_closed(Source source)
    {
        HostCode.Handle handle = source;
        handle.Close();
        return 0;
    }

    public static int handle_of_an_extension_is_lost(Source source)
    {
        var handle = source.Another;
        /*!DYN001*/return handle.Use();/*!*/
    }

    public static int handle_of_a_deconstruction_is_lost(Source source)
    {
        var (handle, number) = source;
        /*!DYN001*/return handle.Use() + number;/*!*/
    }

    public static int handle_of_a_deconstruction_is_closed(Source source)
    {
        var (handle, number) = source;
        handle.Close();
        return number;
    }

    public static int handle_that_is_handed_out_is_lost(Source source)
    {
        source.Open(out var handle);
        /*!DYN001*/return handle.Use();/*!*/
    }

    public static int handle_of_a_local_function_is_lost(Source source)
    {
        var handle = Open();
        /*!DYN001*/return handle.Use();/*!*/

        HostCode.Handle Open() => source.Opened;
    }

    public static int handle_that_others_open_is_lost(Source source)
    {
        var handle = handle_that_others_open_is_lost__first(source);
        /*!DYN001*/return handle.Use();/*!*/
    }

    private static HostCode.Handle handle_that_others_open_is_lost__first(Source source) => source.Opened;

    public static int handle_that_others_open_is_closed(Source source)
    {
        var handle = handle_that_others_open_is_closed__first(source);
        handle_that_others_open_is_closed__close(handle);
        return 0;
    }

    private static HostCode.Handle handle_that_others_open_is_closed__first(Source source) => source.Opened;

    private static void handle_that_others_open_is_closed__close(HostCode.Handle handle) => handle.Close();
}
