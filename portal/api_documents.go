package portal

import (
	"mime"
	"net/http"
	"path"
	"slices"
	"strings"

	"sendpanel/casework"
	"sendpanel/portal/identity"
	"sendpanel/statute"
)

// apiDocument is a document that was taken.
type apiTaken struct {
	Document casework.DocumentID `json:"document" doc:"Its number in the index of evidence."`
	Title    string              `json:"title"`
}

// apiLetter is a letter to the school.
type apiLetter struct {
	Letter string      `json:"letter" doc:"Its key, for /api/requests/{ref}/letters/{letter}."`
	Title  string      `json:"title"`
	Posted statute.Day `json:"posted"`
}

// apiLetterList lists the letters that the school may open.
type apiLetterList struct {
	Letters []apiLetter `json:"letters"`
}

// apiAddDocument adds the bytes of one file to the case. Its name comes in Content-Disposition and what it shows in
// Document-Class, never in the address. The same file sent again is one document.
func (p *Portal) apiAddDocument(v *Visit) error {
	if err := p.ownOnly(v); err != nil {
		return err
	}
	data, err := v.body("")
	if err != nil {
		return err
	}
	class := v.R.Header.Get("Document-Class")
	_, named, _ := mime.ParseMediaType(v.R.Header.Get("Content-Disposition"))
	name := tidyName(named["filename"])
	if wrong := p.notADocument(v, class, named["filename"], data); len(wrong) > 0 {
		return &apiFault{http.StatusUnprocessableEntity, "api-document", wrong}
	}
	key := "api/" + identity.Hash(v.R.Header.Get("Idempotency-Key") + "/" + class + "/" + name + "/" + identity.Hash(string(data)))[:40]
	title := titleOf(path.Base(name))
	if _, done := v.Case.Keys[key]; !done {
		if err := p.addByKey(v, key, name, class, data); err != nil {
			return err
		}
	}
	c, err := p.desk.Case(v.Context(), v.Case.Ref)
	if err != nil {
		return err
	}
	id, _ := exhibitOf(c, casework.Evidenced{Title: casework.Text(title), Class: casework.Text(class)}, nil)
	return v.JSON(http.StatusCreated, apiTaken{id, title})
}

// notADocument lists what is missing of a file.
func (p *Portal) notADocument(v *Visit, class, name string, data []byte) []casework.Gap {
	var wrong []casework.Gap
	var classes []string
	for _, c := range p.asks.Choices["class"] {
		classes = append(classes, c.Value())
	}
	if !slices.Contains(classes, class) {
		wrong = append(wrong, casework.Gap{Path: "Document-Class", What: p.say("more-class-missing"), Mend: p.say("api-one-of", "list", strings.Join(classes, ", "))})
	}
	if name == "" {
		wrong = append(wrong, casework.Gap{Path: "Content-Disposition", What: p.say("api-file-name"), Mend: p.say("api-file-name-mend")})
	}
	if len(data) == 0 {
		wrong = append(wrong, casework.Gap{Path: "body", What: p.say("upload-empty", "name", tidyName(name))})
	}
	return wrong
}

// addByKey keeps the file, records the document and gives it its file.
func (p *Portal) addByKey(v *Visit, key, name, class string, data []byte) error {
	owner := "more/" + string(v.Case.Ref) + "/" + key
	file, wrong, err := v.keep(name, data, owner)
	if err != nil {
		return err
	}
	if wrong != "" {
		return &apiFault{http.StatusUnprocessableEntity, "api-document", []casework.Gap{{Path: "body", What: wrong}}}
	}
	title := titleOf(path.Base(file.Name))
	act := casework.AddEvidence{Evidence: []casework.Evidence{{Title: title, Class: class, From: string(casework.TheSchool)}}}
	if _, err := p.desk.Do(v.Context(), v.Case.Ref, v.Who.Actor.Person, v.Today, key, act); err != nil {
		return err
	}
	sent := casework.Evidenced{Title: casework.Text(title), Class: casework.Text(class), SHA256: casework.Text(file.SHA256)}
	return p.fileReply(v, owner, []casework.Evidenced{sent})
}

// apiLetters lists the letters to the school that have gone; those that tell a decision once the family has been told.
func (p *Portal) apiLetters(v *Visit) error {
	if err := p.ownRead(v, "letters"); err != nil {
		return err
	}
	list := apiLetterList{Letters: []apiLetter{}}
	for _, l := range slices.Backward(v.Case.Letters) {
		if p.schoolMayOpen(v, v.Case, l) {
			list.Letters = append(list.Letters, apiLetter{letterID(l.Key), p.say("letter-" + string(l.Key.Kind)), l.Posted})
		}
	}
	return v.JSON(http.StatusOK, list)
}
