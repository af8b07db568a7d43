using System;
using System.Collections.Generic;
using System.Linq;
using Dynptrs.Verifier;

namespace Dynptrs.Analyzers.Tests.Structure;

/// <summary>The rooms of the verifier, in the order in which a path is walked: none calls one above it.</summary>
public sealed class RoomTests
{
    private const string Root = "Dynptrs.Verifier";

    /// <summary>
    /// The floors, the lowest first; rooms of one floor may know one another only where <see cref="Neighbours"/> says so.
    /// </summary>
    private static readonly string[][] Floors =
    [
        ["IR", "Contracts", "Tracing"],
        ["Facts"],
        ["Domain"],
        ["Findings"],
        ["Memory", nameof(VerifierOptions)],
        ["Checks", "Suggestions"],
        ["Transfer"],
        ["States"],
        ["Paths"],
        [nameof(DynptrVerifier)],
    ];

    /// <summary>
    /// Which rooms know others on their floor: what an instruction is and what a call promises are one thing; the steps of a trace are at
    /// places of the IR.
    /// </summary>
    private static readonly HashSet<(string User, string Used)> Neighbours =
    [
        ("IR", "Contracts"),
        ("Contracts", "IR"),
        ("Tracing", "IR"),
    ];

    /// <summary>The options are data: who reads them.</summary>
    private static readonly HashSet<string> Readers = ["Checks", "Transfer", "Paths", nameof(DynptrVerifier)];

    private static readonly (string User, string Used)[] Uses =
        [.. TypeUses.Of(typeof(DynptrVerifier).Assembly).Where(use => IsOfRoom(use.User) && IsOfRoom(use.Used))];

    [Fact]
    public void A_room_uses_none_above_it() =>
        Mistakes.AssertNone(Uses.Where(use => !IsAllowed(RoomOf(use.User), RoomOf(use.Used))).Select(use => $"{use.User} uses {use.Used}"));

    [Fact]
    public void Every_room_has_its_floor() =>
        Assert.Equal(
            Floors.SelectMany(floor => floor).Order(StringComparer.Ordinal),
            Uses.SelectMany(use => new[] { RoomOf(use.User), RoomOf(use.Used) }).Distinct().Order(StringComparer.Ordinal));

    /// <summary>An entry that nothing needs says of the rooms what is not so.</summary>
    [Fact]
    public void Every_exception_is_needed()
    {
        var rooms = Uses.Select(use => (User: RoomOf(use.User), Used: RoomOf(use.Used))).ToHashSet();
        Mistakes.AssertNone(Neighbours.Except(rooms).Select(use => $"{use.User} does not use {use.Used}"));
        Mistakes.AssertNone(
            Readers.Where(reader => !rooms.Contains((reader, nameof(VerifierOptions)))).Select(reader => $"{reader} reads no options"));
    }

    /// <summary>The bodies count: what walks a path makes the states that it visits, which no signature of it says.</summary>
    [Fact]
    public void Uses_in_bodies_are_seen() =>
        Assert.Contains(($"{Root}.Paths.Verification", $"{Root}.Paths.Explorer"), Uses);

    [Fact]
    public void The_verifier_knows_no_Roslyn() =>
        Assert.Equal(
            ["System.Collections.Immutable", "netstandard"],
            typeof(DynptrVerifier).Assembly.GetReferencedAssemblies().Select(reference => reference.Name).Order(StringComparer.Ordinal));

    private static bool IsAllowed(string user, string used)
    {
        if (user == used || Neighbours.Contains((user, used)))
            return true;
        return used == nameof(VerifierOptions)
            ? Readers.Contains(user)
            : FloorOf(user) > FloorOf(used);
    }

    private static int FloorOf(string room) => Array.FindIndex(Floors, floor => floor.Contains(room));

    private static bool IsOfRoom(string type) => type.StartsWith(Root + ".", StringComparison.Ordinal);

    /// <summary>The room is the folder in the project; a type in none is one of its own.</summary>
    private static string RoomOf(string type) => type[(Root.Length + 1)..].Split('.')[0];
}
