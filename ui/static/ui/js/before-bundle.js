// The Bootstrap Italia bundle carries a video player that would write styles into the page, which our content policy refuses.
window.VIDEOJS_NO_DYNAMIC_STYLE = true;
