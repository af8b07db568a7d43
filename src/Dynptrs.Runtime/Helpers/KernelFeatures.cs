using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Threading;

namespace Dynptrs;

/// <summary>What the kernel has that a program runs in.</summary>
/// <remarks>
/// <para>
/// A program that must load on older kernels, too, asks before it calls what these lack:
/// <c>if (KernelFeatures.Has(nameof(bpf_xdp_pull_data))) …</c>. It is verified for both answers, and each kernel leaves out what does not run in
/// it.
/// </para>
/// <para>
/// In process, the runtime is the kernel. A test reaches the other branch with <see cref="With"/> or <see cref="Without"/>.
/// </para>
/// </remarks>
public static class KernelFeatures
{
    private static readonly AsyncLocal<ImmutableDictionary<string, bool>?> Pretended = new();
    private static readonly Lazy<FrozenDictionary<string, bool>> Helpers = new(ReadHelpers);

    // What is never pretended need not be looked up for each question.
    private static volatile bool _isPretended;

    /// <summary>Says whether the kernel has a helper.</summary>
    /// <param name="helper">The kernel's name of it, such as <c>nameof(bpf_xdp_pull_data)</c>.</param>
    /// <returns>
    /// In process, whether the runtime implements it on this system; in the kernel, whether that has it, which the loader finds out.
    /// </returns>
    /// <exception cref="ArgumentException">No helper has that name.</exception>
    public static bool Has([HelperName] string helper)
    {
        var isImplemented = IsImplemented(helper);
        return _isPretended && Pretended.Value is { } pretended && pretended.TryGetValue(helper, out var has) ? has : isImplemented;
    }

    /// <summary>Lets <see cref="Has"/> answer that the kernel has a helper, for what the caller does until it disposes of the answer.</summary>
    /// <param name="helper">The kernel's name of it.</param>
    /// <returns>Ends it.</returns>
    /// <exception cref="ArgumentException">No helper has that name.</exception>
    public static Scope With([HelperName] string helper) => Pretend(helper, has: true);

    /// <summary>Lets <see cref="Has"/> answer that the kernel lacks a helper, for what the caller does until it disposes of the answer.</summary>
    /// <param name="helper">The kernel's name of it.</param>
    /// <returns>Ends it.</returns>
    /// <exception cref="ArgumentException">No helper has that name.</exception>
    public static Scope Without([HelperName] string helper) => Pretend(helper, has: false);

    private static Scope Pretend(string helper, bool has)
    {
        _ = IsImplemented(helper);
        var before = Pretended.Value;
        Pretended.Value = (before ?? ImmutableDictionary<string, bool>.Empty).SetItem(helper, has);
        _isPretended = true;
        return new Scope(before);
    }

    private static bool IsImplemented(string helper)
    {
        ArgumentNullException.ThrowIfNull(helper);
        return Helpers.Value.TryGetValue(helper, out var isImplemented)
            ? isImplemented
            : throw new ArgumentException($"No helper has the name `{helper}`.", nameof(helper));
    }

    [UnconditionalSuppressMessage(
        "Trimming", "IL2026", Justification = "What is left out is not called, so that it does not matter whether it is there.")]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "The same holds for the members.")]
    private static FrozenDictionary<string, bool> ReadHelpers()
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var helpers = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var type in typeof(KernelFeatures).Assembly.GetTypes())
        {
            foreach (var member in type.GetMembers(all))
            {
                if (member.GetCustomAttribute<BpfHelperAttribute>() is not { } helper)
                    continue;
                var isImplemented = !helper.LinuxOnly || OperatingSystem.IsLinux();
                helpers[helper.Name] = isImplemented || helpers.GetValueOrDefault(helper.Name);
            }
        }

        return helpers.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>What <see cref="Has"/> is made to answer. Scopes end in the reverse order in which they began.</summary>
    public readonly struct Scope : IDisposable
    {
        private readonly ImmutableDictionary<string, bool>? _before;

        internal Scope(ImmutableDictionary<string, bool>? before) => _before = before;

        /// <summary>Ends it.</summary>
        public void Dispose() => Pretended.Value = _before;
    }
}
