/** What `lampstand --help` prints, and `lampstand <command> --help` of one command. */
export const help = `Lampstand: a static newsroom for ministry news.

  lampstand build           check everything, then write the site
  lampstand serve           preview with drafts and embargoed stories; follows what you save
  lampstand check           report every problem, write nothing
  lampstand new "Title"     begin a story and print its path
  lampstand reply mail.eml  put a saved e-mail among the letters of its story,
                            where it waits for approval
  lampstand headers nginx   print what a server must say with every page;
                            also: caddy

Options
  --content <folder>        the folder with site.yml and articles/            (content)
  --out <folder>            where the site is written                         (_site)        build
  --now <instant>           the moment that decides what is published,        (this moment)
                            like 2026-11-30T09:00-06:00
  --format text|json|github how problems are reported                         (text)         build, check
  --since <commit>          published corrections must be as they were there    (HEAD)         check
  --story <slug>            the story that the letter answers                 (the e-mail's) reply
  --port <number>           the first port to try                             (8080)         serve
  --help, --version

Exit codes
  0  done; there may be warnings
  1  there are problems; nothing was written and the last good site is untouched
  2  the command was not understood, or a folder cannot be used
  3  Lampstand failed; that is a mistake of ours
`
