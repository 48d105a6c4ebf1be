package org.criticalfriend.partnership.sheets;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.criticalfriend.partnership.EntryRefused;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** The register of a partnership as a file: template, download, upload, what it would change, and the yes to it. */
@Controller
@RequestMapping("/partnership/{partnership}/register")
class RegisterPage {

    /** What a file may have at most, in megabytes. */
    static final int LARGEST_FILE = 4;

    private static final int BYTES = 1024 * 1024;
    private static final int CHANGES_SHOWN = 20;
    private static final MediaType SPREADSHEET =
            MediaType.valueOf("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType PACKED = MediaType.valueOf("application/zip");
    private static final MediaType CSV = MediaType.valueOf("text/csv;charset=UTF-8");

    private final RegisterSheets sheets;
    private final Uploads uploads;
    private final ChangesInWords words;

    RegisterPage(RegisterSheets sheets, Uploads uploads, ChangesInWords words) {
        this.sheets = sheets;
        this.uploads = uploads;
        this.words = words;
    }

    /**
     * A sheet as the overview shows it.
     *
     * @param rows how many rows it has now
     */
    record Overview(String path, String title, String meaning, int rows) {}

    @GetMapping
    String page(
            @PathVariable String partnership,
            @RequestParam(defaultValue = "0") int skipped,
            Principal person,
            Model model) {
        return page(sheets.content(partnership, person.getName()), Math.max(0, skipped), person, model);
    }

    private String page(Content content, int skipped, Principal person, Model model) {
        String partnership = content.partnership().id();
        List<RecordOfChanges.Noted> noted = sheets.changes(partnership, person.getName(), skipped, CHANGES_SHOWN + 1);
        List<RecordOfChanges.Noted> shown = noted.subList(0, Math.min(CHANGES_SHOWN, noted.size()));
        model.addAttribute("partnership", content.partnership());
        model.addAttribute(
                "sheets",
                Stream.of(Sheet.values())
                        .map(sheet -> new Overview(
                                sheet.path(),
                                sheet.title(),
                                sheet.meaning(),
                                content.shown(sheet).size()))
                        .toList());
        model.addAttribute("changes", words.of(shown, content));
        model.addAttribute("newer", skipped > 0 ? Math.max(0, skipped - CHANGES_SHOWN) : -1);
        model.addAttribute("older", noted.size() > CHANGES_SHOWN ? skipped + CHANGES_SHOWN : -1);
        model.addAttribute("largest", LARGEST_FILE);
        return "register";
    }

    @GetMapping("/file/{name}.xlsx")
    ResponseEntity<byte[]> workbook(
            @PathVariable String partnership,
            @PathVariable String name,
            @RequestParam(required = false) String empty,
            Principal person) {
        return file(name + ".xlsx", SPREADSHEET, Workbook.write(rows(partnership, empty, person)));
    }

    @GetMapping("/file/{name}.zip")
    ResponseEntity<byte[]> packed(
            @PathVariable String partnership,
            @PathVariable String name,
            @RequestParam(required = false) String empty,
            Principal person) {
        return file(name + ".zip", PACKED, CsvFiles.writePacked(rows(partnership, empty, person)));
    }

    @GetMapping("/file/{sheet}.csv")
    ResponseEntity<byte[]> csv(
            @PathVariable String partnership,
            @PathVariable String sheet,
            @RequestParam(required = false) String empty,
            Principal person) {
        Sheet asked = sheetOf(sheet);
        return file(
                asked.path() + ".csv",
                CSV,
                CsvFiles.write(asked, rows(partnership, empty, person).apply(asked)));
    }

    private Function<Sheet, List<Row>> rows(String partnership, String empty, Principal person) {
        Content content = sheets.content(partnership, person.getName());
        return empty == null ? content::shown : sheet -> List.of();
    }

    private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s\"".formatted(name.replaceAll("[^A-Za-z0-9.-]", "")))
                .body(content);
    }

    /** @throws ResponseStatusException 404 if there is none of this name */
    static Sheet sheetOf(String path) {
        return Stream.of(Sheet.values())
                .filter(sheet -> sheet.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping("/upload")
    String upload(
            @PathVariable String partnership,
            @RequestParam MultipartFile file,
            Principal person,
            HttpServletRequest request,
            Model model)
            throws IOException {
        sheets.demandInCharge(partnership, person.getName());
        String name = String.valueOf(file.getOriginalFilename());
        try {
            UUID id = uploads.keep(owner(partnership, person, request), name, read(name, file));
            return "redirect:/partnership/%s/register/upload/%s".formatted(partnership, id);
        } catch (FileRefused refused) {
            model.addAttribute("fault", refused.getMessage());
            return page(sheets.content(partnership, person.getName()), 0, person, model);
        }
    }

    private static Given read(String name, MultipartFile file) throws IOException {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (file.isEmpty()) {
            throw new FileRefused("Please choose a file first, with something in it.");
        }
        if (file.getSize() > (long) LARGEST_FILE * BYTES) {
            throw new FileRefused(
                    "This file is larger than %d MB, which no register is. Please take the template, without pictures."
                            .formatted(LARGEST_FILE));
        }
        return switch (ending) {
            case "xlsx" -> Workbook.read(file.getBytes());
            case "csv" ->
                CsvFiles.read(
                        name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1), file.getBytes());
            case "zip" -> CsvFiles.readPacked(file.getBytes());
            case "xlsm", "xltm", "xlsb" ->
                throw new FileRefused(
                        "This kind of file may hold macros. Please save it as .xlsx and upload it again.");
            default ->
                throw new FileRefused(
                        "Please upload a spreadsheet (.xlsx), a sheet as .csv, or several packed as .zip.");
        };
    }

    private static Uploads.Owner owner(String partnership, Principal person, HttpServletRequest request) {
        return new Uploads.Owner(
                person.getName(), partnership, request.getSession().getId());
    }

    @GetMapping("/upload/{upload}")
    String preview(
            @PathVariable String partnership,
            @PathVariable UUID upload,
            Principal person,
            HttpServletRequest request,
            Model model) {
        Uploads.Upload waiting = waiting(partnership, upload, person, request);
        return preview(
                waiting,
                upload,
                sheets.preview(partnership, waiting.given(), person.getName()),
                partnership,
                person,
                model);
    }

    private String preview(
            Uploads.Upload waiting, UUID upload, Preview preview, String partnership, Principal person, Model model) {
        model.addAttribute("partnership", partnership);
        model.addAttribute("upload", upload);
        model.addAttribute("file", waiting.name());
        model.addAttribute("preview", preview);
        return "register-preview";
    }

    private Uploads.Upload waiting(String partnership, UUID upload, Principal person, HttpServletRequest request) {
        sheets.demandInCharge(partnership, person.getName());
        return uploads.find(upload, owner(partnership, person, request))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping("/upload/{upload}")
    String apply(
            @PathVariable String partnership,
            @PathVariable UUID upload,
            @RequestParam UUID state,
            Principal person,
            HttpServletRequest request,
            Model model) {
        Uploads.Upload waiting = waiting(partnership, upload, person, request);
        try {
            Preview made = sheets.apply(partnership, waiting.given(), person.getName(), state);
            if (!made.isFaulty()) {
                uploads.remove(upload, owner(partnership, person, request));
                return "redirect:/partnership/%s/register?made=%d#changes"
                        .formatted(partnership, made.changes().size());
            }
        } catch (ChangedSince changed) {
            model.addAttribute(
                    "fault",
                    "Somebody has changed the register since you looked at these changes, so nothing was done. This is what your"
                            + " file would change now. Please look at it once more.");
        } catch (EntryRefused refused) {
            model.addAttribute("fault", "Nothing was changed. " + refused.getMessage());
        }
        return preview(
                waiting,
                upload,
                sheets.preview(partnership, waiting.given(), person.getName()),
                partnership,
                person,
                model);
    }

    @PostMapping("/upload/{upload}/discard")
    String discard(
            @PathVariable String partnership, @PathVariable UUID upload, Principal person, HttpServletRequest request) {
        sheets.demandInCharge(partnership, person.getName());
        uploads.remove(upload, owner(partnership, person, request));
        return "redirect:/partnership/%s/register".formatted(partnership);
    }
}
