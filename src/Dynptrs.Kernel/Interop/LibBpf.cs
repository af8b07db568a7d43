using System.Runtime.InteropServices;

namespace Dynptrs.Kernel.Interop;

/// <summary>The functions of libbpf 1.0 that are used. What is newer is asked of the kernel itself.</summary>
internal static unsafe partial class LibBpf
{
    private const string Library = "libbpf.so.1";

    [LibraryImport(Library, EntryPoint = "libbpf_set_print")]
    public static partial nint SetPrint(nint callback);

    [LibraryImport(Library, EntryPoint = "bpf_object__open_mem", SetLastError = true)]
    public static partial nint OpenMemory(byte* content, nuint size, OpenArguments* options);

    [LibraryImport(Library, EntryPoint = "bpf_object__btf")]
    public static partial nint ObjectTypes(nint handle);

    [LibraryImport(Library, EntryPoint = "btf__load_vmlinux_btf")]
    public static partial nint LoadKernelTypes();

    [LibraryImport(Library, EntryPoint = "btf__free")]
    public static partial void FreeTypes(nint types);

    [LibraryImport(Library, EntryPoint = "btf__type_by_id")]
    public static partial uint* TypeById(nint types, uint id);

    [LibraryImport(Library, EntryPoint = "btf__name_by_offset")]
    public static partial byte* NameByOffset(nint types, uint offset);

    [LibraryImport(Library, EntryPoint = "btf__find_by_name_kind")]
    public static partial int FindType(nint types, byte* name, uint kind);

    [LibraryImport(Library, EntryPoint = "bpf_object__load")]
    public static partial int Load(nint handle);

    [LibraryImport(Library, EntryPoint = "bpf_object__close")]
    public static partial void Close(nint handle);

    [LibraryImport(Library, EntryPoint = "bpf_object__next_program")]
    public static partial nint NextProgram(nint handle, nint program);

    [LibraryImport(Library, EntryPoint = "bpf_program__name")]
    public static partial byte* ProgramName(nint program);

    [LibraryImport(Library, EntryPoint = "bpf_program__section_name")]
    public static partial byte* ProgramSection(nint program);

    [LibraryImport(Library, EntryPoint = "bpf_program__fd")]
    public static partial int ProgramDescriptor(nint program);

    [LibraryImport(Library, EntryPoint = "bpf_program__set_autoload")]
    public static partial int SetAutoload(nint program, [MarshalAs(UnmanagedType.I1)] bool isLoaded);

    [LibraryImport(Library, EntryPoint = "bpf_program__set_log_buf")]
    public static partial int SetLogBuffer(nint program, byte* buffer, nuint size);

    [LibraryImport(Library, EntryPoint = "bpf_program__set_log_level")]
    public static partial int SetLogLevel(nint program, uint level);

    [LibraryImport(Library, EntryPoint = "bpf_program__autoload")]
    [return: MarshalAs(UnmanagedType.I1)]
    public static partial bool IsLoaded(nint program);

    [LibraryImport(Library, EntryPoint = "bpf_program__type")]
    public static partial int ProgramType(nint program);

    [LibraryImport(Library, EntryPoint = "bpf_program__set_type")]
    public static partial int SetProgramType(nint program, int type);

    [LibraryImport(Library, EntryPoint = "bpf_program__set_expected_attach_type")]
    public static partial int SetAttachType(nint program, int type);

    [LibraryImport(Library, EntryPoint = "bpf_program__expected_attach_type")]
    public static partial int AttachType(nint program);

    [LibraryImport(Library, EntryPoint = "bpf_program__attach", SetLastError = true)]
    public static partial nint Attach(nint program);

    [LibraryImport(Library, EntryPoint = "bpf_link__fd")]
    public static partial int LinkDescriptor(nint link);

    [LibraryImport(Library, EntryPoint = "bpf_link__destroy")]
    public static partial int DestroyLink(nint link);

    [LibraryImport(Library, EntryPoint = "bpf_prog_test_run_opts")]
    public static partial int TestRun(int program, TestRunArguments* arguments);

    [LibraryImport(Library, EntryPoint = "bpf_object__next_map")]
    public static partial nint NextMap(nint handle, nint map);

    [LibraryImport(Library, EntryPoint = "bpf_map__name")]
    public static partial byte* MapName(nint map);

    [LibraryImport(Library, EntryPoint = "bpf_map__type")]
    public static partial int MapType(nint map);

    [LibraryImport(Library, EntryPoint = "bpf_map__is_internal")]
    [return: MarshalAs(UnmanagedType.I1)]
    public static partial bool IsInternal(nint map);

    [LibraryImport(Library, EntryPoint = "bpf_map__initial_value")]
    public static partial byte* InitialValue(nint map, nuint* size);

    [LibraryImport(Library, EntryPoint = "bpf_map__fd")]
    public static partial int MapDescriptor(nint map);

    [LibraryImport(Library, EntryPoint = "bpf_map__key_size")]
    public static partial uint KeySize(nint map);

    [LibraryImport(Library, EntryPoint = "bpf_map__value_size")]
    public static partial uint ValueSize(nint map);

    [LibraryImport(Library, EntryPoint = "bpf_map__max_entries")]
    public static partial uint MaxEntries(nint map);

    [LibraryImport(Library, EntryPoint = "bpf_map_lookup_elem")]
    public static partial int Lookup(int map, void* key, void* value);

    [LibraryImport(Library, EntryPoint = "bpf_map_lookup_and_delete_elem")]
    public static partial int LookupAndDelete(int map, void* key, void* value);

    [LibraryImport(Library, EntryPoint = "bpf_map_update_elem")]
    public static partial int Update(int map, void* key, void* value, ulong flags);

    [LibraryImport(Library, EntryPoint = "bpf_map_delete_elem")]
    public static partial int Delete(int map, void* key);

    [LibraryImport(Library, EntryPoint = "bpf_map_get_next_key")]
    public static partial int NextKey(int map, void* key, void* next);

    [LibraryImport(Library, EntryPoint = "bpf_obj_pin", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Pin(int descriptor, string path);

    [LibraryImport(Library, EntryPoint = "bpf_obj_get", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int OpenPinned(string path);

    [LibraryImport(Library, EntryPoint = "bpf_obj_get_info_by_fd")]
    public static partial int GetInfo(int descriptor, void* information, uint* size);
}
