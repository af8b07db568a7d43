using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using Dynptrs.Conformance.Tests.Sources;

namespace Dynptrs.Conformance.Tests.Running;

/// <summary>
/// A suite of the corpus on the runtime, with globals and maps of its own: what user space prepares, triggers and asserts.
/// </summary>
internal sealed class SuiteRun : IDisposable
{
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly Lazy<byte[]> Image = new(() => CompiledSuite.Emit(CorpusCompilation.Create(CorpusSources.Valid)));

    private readonly CompiledSuite _suite;

    public SuiteRun(string suite) => _suite = new CompiledSuite(
        Image.Value, "Corpus." + string.Concat(suite.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..])));

    /// <summary>Runs a program.</summary>
    /// <returns>What it returns.</returns>
    public int Run(string program, params object?[] arguments)
    {
        try
        {
            return (int)(FindInSkeleton(program) is { } found
                ? found.Method.DynamicInvoke(arguments)!
                : Find(program).Invoke(null, arguments)!);
        }
        catch (TargetInvocationException exception)
        {
            ExceptionDispatchInfo.Throw(exception.InnerException!);
            throw;
        }
    }

    /// <summary>Runs what programs scheduled for when their task goes back to user space.</summary>
    public void RunTaskWork() =>
        _suite.Type.Assembly.GetType("Corpus.Bpf", throwOnError: true)!.GetMethod("RunTaskWork", Static)!.Invoke(null, null);

    /// <summary>The value of a global variable, or a map.</summary>
    public T Get<T>(string global) => (T)Field(global).GetValue(null)!;

    public void Set(string global, object? value) => Field(global).SetValue(null, value);

    /// <summary>Sets the first bytes of a global variable.</summary>
    public void SetBytes(string global, ReadOnlySpan<byte> bytes) =>
        Field(global).SetValue(null, WithBytes(Field(global).GetValue(null)!, bytes));

    /// <summary>Stores a value in a map.</summary>
    /// <param name="map">The map.</param>
    /// <param name="key">The first bytes of the key; the rest is 0.</param>
    /// <param name="value">The first bytes of the value; the rest is 0.</param>
    /// <returns>What the update answers.</returns>
    public int UpdateMap(string map, ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        var type = Field(map).FieldType;
        return (int)type.GetMethod("Update")!.Invoke(
            Field(map).GetValue(null),
            [
                WithBytes(Activator.CreateInstance(type.GenericTypeArguments[0])!, key),
                WithBytes(Activator.CreateInstance(type.GenericTypeArguments[1])!, value),
                0UL,
            ])!;
    }

    /// <summary>The first bytes of a global variable.</summary>
    public byte[] GetBytes(string global, int count)
    {
        var bytes = new byte[count];
        var handle = GCHandle.Alloc(Field(global).GetValue(null), GCHandleType.Pinned);
        try
        {
            Marshal.Copy(handle.AddrOfPinnedObject(), bytes, 0, count);
        }
        finally
        {
            handle.Free();
        }

        return bytes;
    }

    public void Dispose() => _suite.Dispose();

    private static object WithBytes(object value, ReadOnlySpan<byte> bytes)
    {
        var handle = GCHandle.Alloc(value, GCHandleType.Pinned);
        Marshal.Copy(bytes.ToArray(), 0, handle.AddrOfPinnedObject(), bytes.Length);
        handle.Free();
        return value;
    }

    /// <summary>A program of a suite that is accepted, and so has a skeleton.</summary>
    private BpfProgram? FindInSkeleton(string program) =>
        ((IReadOnlyList<BpfProgram>?)_suite.Type.GetNestedType("Skeleton", Static)?.GetProperty("AllPrograms")!.GetValue(null))?.Single(
            candidate => candidate.Name == program);

    private MethodInfo Find(string program) =>
        _suite.Type
            .GetNestedTypes(Static)
            .Append(_suite.Type)
            .Select(type => type.GetMethod(program, Static))
            .Single(method => method is not null)!;

    private FieldInfo Field(string global) =>
        _suite.Type.GetField(global, Static) ?? throw new ArgumentException($"The suite has no global {global}.", nameof(global));
}
