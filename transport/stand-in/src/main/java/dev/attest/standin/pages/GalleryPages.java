package dev.attest.standin.pages;

import dev.attest.standin.reports.RunPictures;
import dev.attest.standin.reports.RunPictures.RunPicture;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.Store;
import java.util.List;

/** Reads what the page of all pictures of a run shows. */
final class GalleryPages {

    private static final int PICTURES = 60;

    private final Store store;
    private final RunPictures pictures;

    GalleryPages(Store store) {
        this.store = store;
        this.pictures = new RunPictures(store);
    }

    GalleryPage one(int id, int number) {
        var run = store.runs().find(id).orElseThrow(() -> Refusal.notFound("Test run " + id + " not found."));
        var pager = new Pager("/runs/" + id + "/pictures?page=", number, PICTURES, pictures.count(id));
        var lines = pictures.page(id, pager.skip(), PICTURES).stream()
                .map(picture -> PictureLine.of(id, picture))
                .toList();
        return new GalleryPage(RunLine.of(run, store.runs().counts(id)), lines, pager);
    }

    /** The pictures of a run. */
    record GalleryPage(RunLine run, List<PictureLine> pictures, Pager pager) {}

    /**
     * A picture, and what it is of.
     *
     * @param file the address of the picture
     * @param href the page of the result, or of the run
     * @param title the title of the result; empty for the run itself
     * @param attempt the name of the attempt; empty if the picture is of none
     */
    record PictureLine(String file, String name, String href, String title, String outcome, String attempt) {

        static PictureLine of(int run, RunPicture picture) {
            var title = PageText.visible(picture.title());
            return new PictureLine(
                    "/attachments/" + picture.id() + "?inline",
                    PageText.visible(picture.fileName()),
                    "/runs/" + run + (picture.resultId() == 0 ? "" : "/results/" + picture.resultId()),
                    picture.resultId() != 0 && title.isBlank() ? "Result " + picture.resultId() : title,
                    picture.outcome(),
                    PageText.text(PageText.document(picture.attempt()), "displayName"));
        }

        String tone() {
            return PageText.tone(outcome);
        }
    }
}
