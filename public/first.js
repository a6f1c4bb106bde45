// Before anything is painted: the language and the theme that were chosen here, or else what the browser asks for.
{
  const kept = (name, allowed) => {
    try {
      const value = JSON.parse(localStorage.getItem(`orbita/${name}`));
      return allowed.includes(value) ? value : null;
    } catch {
      // Storage is denied: the app says so itself.
      return null;
    }
  };
  const root = document.documentElement;
  const spoken = (navigator.languages ?? [navigator.language]).find((language) => /^(ru|en)\b/.test(language));
  root.lang = kept("language", ["en", "ru"]) ?? (spoken?.startsWith("ru") ? "ru" : "en");
  const theme = kept("theme", ["light", "dark"]);
  if (theme) root.dataset.theme = theme;
}
