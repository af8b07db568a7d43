using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Analyzers.Programs;
using Dynptrs.Generators.Declarations;
using Dynptrs.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dynptrs.Generators.Objects;

/// <summary>Reads a program, and checks that it takes what the kernel gives to programs of its section.</summary>
internal static class ProgramReader
{
    private const string XdpBuff = "XdpBuff";
    private const string SkBuff = "SkBuff";

    /// <summary>The program types that are given a socket buffer, with their members of <c>BpfProgramType</c>.</summary>
    private static readonly ImmutableDictionary<string, string> PacketTypes = new Dictionary<string, string>
    {
        ["SOCKET_FILTER"] = "SocketFilter",
        ["SCHED_CLS"] = "SchedCls",
        ["SCHED_ACT"] = "SchedAct",
        ["CGROUP_SKB"] = "CgroupSkb",
        ["LWT_IN"] = "LwtIn",
        ["LWT_OUT"] = "LwtOut",
        ["LWT_XMIT"] = "LwtXmit",
        ["LWT_SEG6LOCAL"] = "LwtSeg6Local",
        ["SK_SKB"] = "SkSkb",
    }.ToImmutableDictionary();

    /// <summary>The program, or <see langword="null"/> where something is wrong with it.</summary>
    public static ObjectProgram? TryRead(IMethodSymbol method, AttributeData attribute, Action<Diagnostic>? report)
    {
        // A section that libbpf does not know is reported as DYN045, by the analyzer of programs.
        if (attribute.ConstructorArguments is not [{ Value: string section }] || SectionTable.Find(section) is not { } facts)
            return null;
        if (FindMistake(method, facts.Type, section) is { } mistake)
        {
            report?.Invoke(Diagnostic.Create(GeneratorDiagnostics.WrongProgram, method.Locations[0], method.Name, mistake));
            return null;
        }

        var packetType = facts.Type is not null && PacketTypes.TryGetValue(facts.Type, out var member) ? member : "";
        var slash = section.IndexOf('/');
        // Not `xdp/devmap`, where what follows the slash is a part of the section's name.
        var hasTarget = slash >= 0 && SectionTable.Find(section.Substring(0, slash) + "/any") is not null;
        return new ObjectProgram(
            Identifier.Escape(method.Name),
            ReferenceText.Render(method),
            SymbolDisplay.FormatLiteral(section, quote: true),
            SymbolDisplay.FormatLiteral(facts.Type ?? "EXT", quote: true),
            hasTarget ? SymbolDisplay.FormatLiteral(section.Substring(slash + 1), quote: true) : "null",
            TypeOf(method, facts.Type, packetType),
            packetType,
            Visibility.Of(method.Parameters.Select(parameter => parameter.Type)));
    }

    private static string? FindMistake(IMethodSymbol method, string? type, string section)
    {
        if (!method.IsStatic
            || method.IsGenericMethod
            || method.ReturnType.SpecialType != SpecialType.System_Int32
            || method.RefKind != RefKind.None)
        {
            return "a program is a static method without type parameters that returns an int";
        }

        if (method.Parameters.FirstOrDefault(parameter => parameter.RefKind != RefKind.None || parameter.Type.IsRefLikeType) is { } passed)
            return $"the kernel passes `{passed.Name}` by value, and keeps what it points to";
        if (method.Parameters.FirstOrDefault(parameter => parameter.Type is IPointerTypeSymbol or IFunctionPointerTypeSymbol)
            is { } pointer)
        {
            return $"`{pointer.Name}` is a pointer; write `nuint`, which holds an address";
        }

        if (method.Parameters.FirstOrDefault(parameter => Visibility.Of(parameter.Type) == Accessibility.Private) is { } hidden)
            return $"the type of `{hidden.Name}` is private, so nothing outside could run the program";
        var isXdp = type == "XDP";
        var isPacket = type is not null && PacketTypes.ContainsKey(type);
        var wanted = isXdp ? XdpBuff : isPacket ? SkBuff : null;
        if (wanted is not null && (method.Parameters.Length != 1 || method.Parameters[0].Type.Name != wanted))
            return $"a program of section \"{section}\" is given one `{wanted}`";
        return wanted is null && method.Parameters.FirstOrDefault(parameter => parameter.Type.Name == XdpBuff) is { } packet
            ? $"a program of section \"{section}\" is given no `{XdpBuff}`, as `{packet.Name}` is"
            : null;
    }

    private static string TypeOf(IMethodSymbol method, string? type, string packetType)
    {
        if (type == "XDP")
            return "global::Dynptrs.XdpProgram";
        if (packetType.Length > 0)
            return "global::Dynptrs.SkBuffProgram";
        var parameters = method.Parameters.Select(parameter => parameter.Type.ToDisplayString(SignatureText.TypeFormat)).ToList();
        return parameters.Count == 1
            ? $"global::Dynptrs.ContextProgram<{parameters[0]}>"
            : $"global::Dynptrs.ArgumentsProgram<global::System.Func<{string.Join(", ", parameters.Append("int"))}>>";
    }
}
